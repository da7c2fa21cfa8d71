; The installer for Windows, for Inno Setup 6.3 or later. What it packs, dev.py freeze has made:
;
;   ISCC /DVersion=0.1.0 /DFrozen=build\freeze\frozen\caregiver /DOutput=dist packaging\windows\caregiver.iss
;
; With /DSigned and /Scaregiver=COMMAND it is signed, and so is what removes the application (packaging/windows/make.ps1).
; It asks for no administrator. What people write lies in %LOCALAPPDATA%\Caregiver, of which nothing stands here: neither a
; newer version nor the removal touches it.

#ifndef Version
  #error Say the version: /DVersion=...
#endif
#ifndef Frozen
  #error Say where the frozen folder lies: /DFrozen=...
#endif
#ifndef Output
  #define Output "."
#endif

[Setup]
; Never changed: by it Windows knows an earlier version of the same application.
AppId={{6B1E6A53-6B0C-4C39-9B0B-9B7F4A4B7C1D}
AppName=Caregiver
AppVersion={#Version}
AppVerName=Caregiver {#Version}
AppPublisher=Caregiver project
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={autopf}\Caregiver
DisableDirPage=yes
DisableProgramGroupPage=yes
DisableReadyPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; That of Qt 6.11.
MinVersion=10.0.19044
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
UninstallDisplayName=Caregiver
UninstallDisplayIcon={app}\caregiver.exe
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Output}
OutputBaseFilename=caregiver-{#Version}-windows-x64
#ifdef Signed
SignTool=caregiver
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
english.Packs=Packs for Caregiver
spanish.Packs=Paquetes para Caregiver
english.Sources=List of feeds
spanish.Sources=Lista de fuentes
english.Begin=Open Caregiver
spanish.Begin=Abrir Caregiver

[InstallDelete]
; Of an earlier version: a library that is left over could be loaded in the place of a newer one.
Type: filesandordirs; Name: "{app}\lib"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Caregiver"; Filename: "{app}\caregiver.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.carepack"; ValueType: string; ValueData: "org.caregiver.Caregiver.packs"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\org.caregiver.Caregiver.packs"; ValueType: string; ValueData: "{cm:Packs}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\org.caregiver.Caregiver.packs\DefaultIcon"; ValueType: string; ValueData: "{app}\caregiver.exe,0"
Root: HKA; Subkey: "Software\Classes\org.caregiver.Caregiver.packs\shell\open\command"; ValueType: string; ValueData: """{app}\caregiver.exe"" -- ""%1"""
; Lists of feeds and set-up files are offered, and taken from no other program.
Root: HKA; Subkey: "Software\Classes\org.caregiver.Caregiver.sources"; ValueType: string; ValueData: "{cm:Sources}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\org.caregiver.Caregiver.sources\shell\open\command"; ValueType: string; ValueData: """{app}\caregiver.exe"" -- ""%1"""
Root: HKA; Subkey: "Software\Classes\.opml\OpenWithProgids"; ValueType: none; ValueName: "org.caregiver.Caregiver.sources"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\Applications\caregiver.exe\SupportedTypes"; ValueType: string; ValueName: ".opml"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\caregiver.exe\SupportedTypes"; ValueType: string; ValueName: ".json"
Root: HKA; Subkey: "Software\Classes\Applications\caregiver.exe\shell\open\command"; ValueType: string; ValueData: """{app}\caregiver.exe"" -- ""%1"""; Flags: uninsdeletekey

[Run]
Filename: "{app}\caregiver.exe"; Description: "{cm:Begin}"; Flags: nowait postinstall skipifsilent
