#!/bin/bash
# Signs an application with the certificate that SIGN_AS names, hardened: sign.sh Caregiver.app
# Every library and program in it is signed by itself, and then the whole: one seals what lies within.

set -euo pipefail
app="$1"
how=(--force --timestamp --options runtime --sign "$SIGN_AS")
find "$app/Contents/Frameworks" "$app/Contents/Resources" -type f -print0 | while IFS= read -r -d '' file; do
    case "$(file --brief "$file")" in
        *Mach-O*) codesign "${how[@]}" "$file" ;;
    esac
done
codesign "${how[@]}" --entitlements "$(dirname "$0")/entitlements.plist" "$app"
