# Makes the installer of a frozen folder: make.ps1 -Frozen FOLDER -Output FOLDER [-Signed]
# It takes Inno Setup from its makers, and runs it only if it is the one whose sum stands here. With -Signed the installer and
# what it leaves to remove the application are signed with what sign.ps1 is given.

param([string] $Frozen, [string] $Output, [switch] $Signed)

$ErrorActionPreference = "Stop"
$address = "https://github.com/jrsoftware/issrc/releases/download/is-6_7_1/innosetup-6.7.1.exe"
$sum = "4d11e8050b6185e0d49bd9e8cc661a7a59f44959a621d31d11033124c4e8a7b0"

$compiler = Join-Path $env:RUNNER_TEMP "inno-setup"
$download = Join-Path $env:RUNNER_TEMP "inno-setup.exe"
Invoke-WebRequest $address -OutFile $download
if ((Get-FileHash $download -Algorithm SHA256).Hash -ne $sum) { throw "This is another Inno Setup than the one that was looked at." }
$quietly = "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/SP-", "/CURRENTUSER", "/DIR=$compiler"
$done = Start-Process $download -ArgumentList $quietly -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "Inno Setup was not installed: $($done.ExitCode)" }

$version = python packaging/say_version.py
if ($LASTEXITCODE -ne 0) { throw "It does not say its version." }
$options = "/DVersion=$version", "/DFrozen=$Frozen", "/DOutput=$Output"
if ($Signed) {
    $script = Join-Path $PSScriptRoot "sign.ps1"
    $options += "/DSigned", "/Scaregiver=pwsh -NoProfile -File `$q$script`$q `$f"  # $q and $f are Inno Setup's: a quote, the file
}
& (Join-Path $compiler "ISCC.exe") @options packaging\windows\caregiver.iss
if ($LASTEXITCODE -ne 0) { throw "ISCC ended with $LASTEXITCODE" }
