# Installs what lies in dist as somebody without rights does, tries it, installs it over itself, and removes it.
# What was written in between must be there afterwards, byte for byte. Where IS_SIGNED is "true" every program of it must be signed.

$ErrorActionPreference = "Stop"
$installer = (Get-ChildItem dist\caregiver-*-windows-x64.exe)[0].FullName
$app = Join-Path $env:LOCALAPPDATA "Programs\Caregiver"
$data = Join-Path $env:LOCALAPPDATA "Caregiver"

function Invoke-Quietly($program) {
    $done = Start-Process $program -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART" -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "$program ended with $($done.ExitCode)" }
}

function Get-Sums {
    Get-ChildItem $data -Recurse -File | Sort-Object FullName | ForEach-Object { "$($_.FullName) $((Get-FileHash $_.FullName).Hash)" }
}

function Assert-Same($before, $after, $when) {
    if (Compare-Object $before $after) { throw "What was written is not the same $when." }
}

function Assert-Signed($files) {
    foreach ($file in $files) {
        $found = (Get-AuthenticodeSignature $file).Status
        if ($found -ne "Valid") { throw "The signature of $file is $found." }
    }
}

Invoke-Quietly $installer
if ($env:IS_SIGNED -eq "true") {
    Assert-Signed @($installer, "$app\caregiver.exe", "$app\caregiver-command.exe", (Get-ChildItem "$app\unins*.exe")[0].FullName)
}
python packaging\try_frozen.py "$app\caregiver.exe" "$app\caregiver-command.exe"
if ($LASTEXITCODE -ne 0) { throw "It does not work once it is installed." }

& "$app\caregiver-command.exe" topic list
if ($LASTEXITCODE -ne 0) { throw "It cannot write its data." }
$opened = (Get-Item "HKCU:\Software\Classes\.carepack").GetValue("")
if ($opened -ne "org.caregiver.Caregiver.packs") { throw "Packs are opened by $opened." }
$before = @(Get-Sums)

Invoke-Quietly $installer
Assert-Same $before @(Get-Sums) "after a newer version"
Invoke-Quietly (Get-ChildItem "$app\unins*.exe")[0].FullName
Assert-Same $before @(Get-Sums) "after the removal"
if (Test-Path "HKCU:\Software\Classes\.carepack") { throw "Packs are opened by nothing, and yet Windows has it so." }
Write-Output "Installed, tried, installed again and removed; what was written stayed."
