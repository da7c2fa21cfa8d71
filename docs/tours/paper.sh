#!/bin/sh
# From empty care notes to paper, on this computer alone: somebody is written down, and a bag for the hospital, a sheet for
# the fridge door, cards for the wallet and a list of pages are printed. Everything is written below the folder that is named.
#
#   sh docs/tours/paper.sh FOLDER
#
# `caregiver` must be found. A test runs this script as it stands. Everybody in it is invented.
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
echo "Peggy" | care person add - $notes
care person fill 1 - $notes > "$folder/filled.txt" <<END
full-name: Margaret Ashworth
allergies: Penicillin: a rash, and she cannot breathe well
conditions: Dementia
 High blood pressure
END
care medicine add - $notes <<END
name: Amlodipine
strength: 5 mg
form: tablet
dose: one tablet
times: in the morning
copied-from: the label
END

echo "== What may be put on the emergency sheet or left out, and a bag for the hospital"
care print emergency --parts $notes
care print hospital-bag -o "$folder/hospital-bag.pdf" $notes --for ward --without emergency:home

echo "== The emergency sheet for a relative who prints it elsewhere: locked with a password"
care print emergency -o "$folder/locked.pdf" $notes --for relative --password-file "$folder/password"

echo "== For the fridge door: the emergency sheet, and whom to call"
care print fridge-door -o "$folder/fridge-door.pdf" $notes --country GB --size extra-large

echo "== Each time a sheet left, that was written down"
care ask disclosures $notes

echo "== Cards for the wallet and a list of pages need no passphrase: nothing private is on them"
care print helplines -o "$folder/wallet.pdf" --country GB --wallet
care print resource-list -o "$folder/pages.pdf" --topic dementia --paper letter --size normal

echo "== Without the passphrase no care notes are printed, and what carries a key is made by itself"
refused care print medicines -o "$folder/none.pdf" < /dev/null
refused care print recovery -o "$folder/none.pdf" $notes

echo "== Done"
