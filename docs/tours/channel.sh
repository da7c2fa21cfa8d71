#!/bin/sh
# A pack and its channel from nothing to a family, on this computer alone: written, built, signed, published, served on
# loopback, trusted, installed, brought up to date, attacked. Everything is written below the folder that is named.
#
#   sh docs/tours/channel.sh FOLDER
#
# `caregiver` and `python3` must be found: after `python3 dev.py setup`, type in the checkout
#
#   PATH="$PWD/.venv/bin:$PATH"
#
# A test runs this script as it stands.
set -eu

folder=$1
nurse() { caregiver --data-dir "$folder/nurse" "$@"; }
family() { caregiver --data-dir "$folder/family" "$@"; }
refused() { if "$@"; then echo "This should have been refused." >&2; exit 1; else echo "Refused, as it must be."; fi; }
mkdir -p "$folder"
umask 077
echo "walnut harbour simple candle orbit" > "$folder/passphrase"
key="--passphrase-file $folder/passphrase"

echo "== A nurse writes a pack and builds it"
nurse pack new "$folder/evenings" --title "Evenings" --publisher "Northfield Nurses" --topic dementia
cat > "$folder/evenings/guides/evenings.md" <<END
---
title: When evenings feel harder
language: en
summary: What to look at first.
by: Written by a nurse.
---

Keep the lights on before it gets dark. Write down when it is hard, and show that to the nurse.
END
nurse pack build "$folder/evenings" -o "$folder/1.pack"

echo "== She makes a channel, signs the pack and publishes it"
nurse --json channel init "$folder/channel" --name "Northfield Nurses" $key --key-sheet "$folder/key-sheet.txt" \
    > "$folder/made.json"
nurse channel add "$folder/channel" "$folder/1.pack" $key
nurse channel publish "$folder/channel" $key

echo "== Any web server will do: these are files"
python3 -u -m http.server --bind 127.0.0.1 --directory "$folder/channel" 0 > "$folder/server.log" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
until port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$folder/server.log") && [ -n "$port" ]; do sleep 0.1; done
address="http://127.0.0.1:$port/"

echo "== A family compares the signs, from paper or by phone, and installs"
signs=$(sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p' "$folder/made.json")
family channel trust "$address" --allow-private --fingerprint "$signs"
family pack install "$address"

echo "== The nurse replaces a key and publishes the next version; the family follows without comparing again"
cp -R "$folder/channel" "$folder/before"
nurse pack next "$folder/evenings"
nurse pack build "$folder/evenings" -o "$folder/2.pack"
nurse channel add "$folder/channel" "$folder/2.pack" $key
nurse channel renew "$folder/channel" timestamp $key --new-passphrase-file "$folder/passphrase"
family pack update

echo "== A stick with the channel of before is refused: older than what is known"
refused family pack install "$folder/before"

echo "== Signed files that somebody changed are refused, too"
cp -R "$folder/channel" "$folder/forged"
sed -i.bak 's/"version":3/"version":9/' "$folder/forged/metadata/timestamp.json"
refused family pack install "$folder/forged"

echo "== A pack by itself is not signed"
refused family pack install "$folder/2.pack"

echo "== Done"
