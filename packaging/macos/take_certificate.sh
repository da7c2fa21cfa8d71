#!/bin/bash
# Takes the certificate in CERTIFICATE (a .p12 in base64), opened by PASSWORD, into a keychain of this run that only codesign may use.

set -euo pipefail
keychain="$RUNNER_TEMP/signing.keychain-db"
key="$(uuidgen)"
trap 'rm -f "$RUNNER_TEMP/certificate.p12"' EXIT
printf '%s' "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$key" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$key" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$PASSWORD" -f pkcs12 -T /usr/bin/codesign -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -k "$key" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
