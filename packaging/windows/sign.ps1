# Signs the files that are named, with the certificate in CERTIFICATE (a .pfx in base64) and its PASSWORD.
# TIMESTAMPS is the address of a time-stamping service: without it a signature ends with the certificate.

$ErrorActionPreference = "Stop"
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
$file = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $stamped = if ($env:TIMESTAMPS) { @("/tr", $env:TIMESTAMPS, "/td", "SHA256") } else { @() }
    & $tool.FullName sign /fd SHA256 /f $file /p $env:PASSWORD @stamped /d "Caregiver" $args
    if ($LASTEXITCODE -ne 0) { throw "signtool ended with $LASTEXITCODE" }
} finally {
    Remove-Item $file
}
