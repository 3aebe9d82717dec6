@echo off
rem Starts Barton Steward with the first Java found that is new enough.
setlocal
set "NEEDED=25"
set "APP=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
if not defined JAVA for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java") do for /d %%j in ("%%~p\*") do call :consider "%%~j"
if defined JAVA goto found
echo steward: needs Java %NEEDED% or newer, and none was found: install Temurin %NEEDED% from adoptium.net, or set JAVA_HOME to where it is. 1>&2
exit /b 1
:found
rem Commands are short: what makes the window fast in the long run would only slow their start.
set "MADE=%APP%\lib\steward-commands.aot"
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
set "WINDOW="
if "%~1"=="" set "WINDOW=yes"
if "%~1"=="tour" set "WINDOW=yes"
if "%~1"=="--db" if "%~3"=="" set "WINDOW=yes"
if defined WINDOW set "MADE=%APP%\lib\steward.aot"
if defined WINDOW set "QUICK="
set "CACHE="
if exist "%MADE%" set CACHE="-XX:AOTCache=%MADE%" -Xlog:disable -Xlog:all=warning:stderr -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr
"%JAVA%" %QUICK% %CACHE% --enable-native-access=ALL-UNNAMED -cp "%APP%\lib\barton-steward.jar" barton.steward.Main %*
exit /b %ERRORLEVEL%

rem Takes the Java folder where none is taken yet and its release file names a version that is new enough.
:consider
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION="
for /f "tokens=2 delims==.+- " %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~v"
if not defined VERSION exit /b
set "VERSION=%VERSION:"=%"
if %VERSION% geq %NEEDED% set "JAVA=%~1\bin\java.exe"
exit /b
