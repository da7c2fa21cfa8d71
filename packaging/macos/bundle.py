"""What stands in Info.plist of Caregiver.app beside what PyInstaller writes: names, languages, files that it opens."""

from __future__ import annotations

from typing import Final

OLDEST_SYSTEM: Final = "13.0"
"""That of Qt 6.11."""

_VIEWED: Final = "Viewer"  # what is opened is looked at, and never changed


def info_plist(application_id: str, version: str) -> dict[str, object]:
    """Return the keys for `BUNDLE(info_plist=...)`."""
    packs = f"{application_id}.packs"
    return {
        "CFBundleDisplayName": "Caregiver",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "es"],
        "LSApplicationCategoryType": "public.app-category.lifestyle",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "UTExportedTypeDeclarations": [_declared(packs, "Packs for Caregiver", "carepack", like="public.data")],
        "UTImportedTypeDeclarations": [_declared("org.opml.opml", "List of feeds", "opml", like="public.xml")],
        "CFBundleDocumentTypes": [
            _document("Packs for Caregiver", packs, rank="Owner"),
            _document("List of feeds", "org.opml.opml", rank="Alternate"),
            # A set-up file is known by its name, which this system does not look at: it is offered, never the first.
            _document("Set-up file for Caregiver", "public.json", rank="Alternate"),
        ],
    }


def _declared(identifier: str, told: str, ending: str, *, like: str) -> dict[str, object]:
    return {
        "UTTypeIdentifier": identifier,
        "UTTypeDescription": told,
        "UTTypeConformsTo": [like],
        "UTTypeTagSpecification": {"public.filename-extension": [ending]},
    }


def _document(told: str, identifier: str, *, rank: str) -> dict[str, object]:
    return {
        "CFBundleTypeName": told,
        "CFBundleTypeRole": _VIEWED,
        "LSItemContentTypes": [identifier],
        "LSHandlerRank": rank,
    }
