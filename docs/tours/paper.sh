#!/bin/sh
# From empty care notes to paper, on this computer alone: somebody is written down, and a bag for the hospital, sheets for
# the fridge door and cards for the wallet are printed. Everything is written below the folder that is named.
#
#   sh docs/tours/paper.sh FOLDER
#
# `caregiver` must be found: after `python3 dev.py setup`, type in the checkout
#
#   PATH="$PWD/.venv/bin:$PATH"
#
# A test runs this script as it stands. Everybody in it is invented.
set -eu

folder=$1
care() { caregiver --data-dir "$folder/data" "$@"; }
refused() { if "$@"; then echo "This should have been refused." >&2; exit 1; else echo "Refused, as it must be."; fi; }
mkdir -p "$folder"
umask 077
echo "walnut harbour simple candle orbit" > "$folder/passphrase"
echo "quiet marmalade tractor ribbon" > "$folder/password"
notes="--passphrase-file $folder/passphrase"

echo "== Somebody is written down"
care vault create $notes
care medicine add - --person "Peggy" $notes <<END
name: Amlodipine
strength: 5 mg
form: tablet
dose: one tablet
times: in the morning
copied-from: the label
END

echo "== A bag for the hospital, without what only matters at home"
care print hospital-bag -o "$folder/hospital-bag.pdf" $notes --for ward --without emergency:home

echo "== For the fridge door, to be printed elsewhere: locked with a password"
care print fridge-door -o "$folder/fridge-door.pdf" $notes --country GB --password-file "$folder/password"

echo "== Cards for the wallet need no passphrase: nothing private is on them"
care print helplines -o "$folder/wallet.pdf" --country GB --wallet

echo "== What carries a key is made by itself"
refused care print recovery -o "$folder/none.pdf" $notes

echo "== Done"
