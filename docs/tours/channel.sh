#!/bin/sh
# A channel from nothing to a family, on this computer alone: made, published, served on loopback, trusted, asked for news,
# kept up to date, attacked. Everything is written below the folder that is named; nothing else is touched.
#
#   sh docs/tours/channel.sh FOLDER PACK.pack
#
# `caregiver` and `python3` must be found. A test runs this script as it stands.
set -eu

folder=$1 pack=$2
nurse() { caregiver --data-dir "$folder/nurse" "$@"; }
family() { caregiver --data-dir "$folder/family" "$@"; }
refused() { if "$@"; then echo "This should have been refused." >&2; exit 1; else echo "Refused, as it must be."; fi; }
mkdir -p "$folder"
umask 077
echo "walnut harbour simple candle orbit" > "$folder/passphrase"

echo "== A nurse makes a channel, signs a pack and publishes it"
nurse --json channel init "$folder/channel" --name "Northfield Nurses" --passphrase-file "$folder/passphrase" \
    --key-sheet "$folder/key-sheet.txt" > "$folder/made.json"
nurse channel add "$folder/channel" "$pack" --passphrase-file "$folder/passphrase"
nurse channel publish "$folder/channel" --passphrase-file "$folder/passphrase"

echo "== Any web server will do: these are files"
python3 -u -m http.server --bind 127.0.0.1 --directory "$folder/channel" 0 > "$folder/server.log" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
until port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$folder/server.log") && [ -n "$port" ]; do sleep 0.1; done
address="http://127.0.0.1:$port/"

echo "== A family compares the signs, from paper or by phone, and asks for news"
signs=$(sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p' "$folder/made.json")
family channel trust "$address" --allow-private --fingerprint "$signs"
family channel update

echo "== The nurse replaces a key; the family follows without comparing again"
cp -R "$folder/channel" "$folder/before"
nurse channel renew "$folder/channel" timestamp --passphrase-file "$folder/passphrase" \
    --new-passphrase-file "$folder/passphrase"
family channel update

echo "== A stick with the channel of before is refused: older than what is known"
refused family channel update --from "$folder/before"

echo "== Signed files that somebody changed are refused, too"
cp -R "$folder/channel" "$folder/forged"
sed -i.bak 's/"version":3/"version":9/' "$folder/forged/metadata/timestamp.json"
refused family channel update --from "$folder/forged"

echo "== Done"
