# Sourced by src/run and tests/run: installs what is missing and builds.
# A need is "Debian package | kind of sign | the sign that it is there".

build_needs=(
  'gcc                 | command | gcc'
  'libc6-dev           | file    | /usr/include/stdlib.h'
  'meson               | command | meson'
  'ninja-build         | command | ninja'
  'pkg-config          | command | pkg-config'
  'gettext             | command | msgfmt'
  'libglib2.0-dev      | module  | glib-2.0 >= 2.74'
  'libgtk-4-dev        | module  | gtk4 >= 4.8'
  'libadwaita-1-dev    | module  | libadwaita-1 >= 1.2'
  'libsqlite3-dev      | module  | sqlite3 >= 3.40'
  'libjson-glib-dev    | module  | json-glib-1.0 >= 1.6'
  'libcsv-dev          | file    | /usr/include/csv.h'
  'libxml2-dev         | module  | libxml-2.0 >= 2.9.14'
  'libgmime-3.0-dev    | module  | gmime-3.0 >= 3.2'
  'libical-dev         | module  | libical >= 3.0.16'
  'libxlsxwriter-dev   | file    | /usr/include/xlsxwriter.h'
  'libsodium-dev       | module  | libsodium >= 1.0.18'
  'libqrencode-dev     | module  | libqrencode >= 4.1'
  'zlib1g-dev          | module  | zlib'
  'libgtk-4-bin        | command | gtk4-update-icon-cache'
  'desktop-file-utils  | command | update-desktop-database'
  'shared-mime-info    | command | update-mime-database'
  'adwaita-icon-theme  | file    | /usr/share/icons/Adwaita/index.theme'
  'librsvg2-common     | file    | /usr/lib*/gdk-pixbuf-2.0/*/loaders/*svg* /usr/lib*/*/gdk-pixbuf-2.0/*/loaders/*svg*'
  'fontconfig          | command | fc-list'
  'fonts-dejavu-core   | font    | ru'
  'locales             | file    | /usr/share/i18n/locales/ru_RU'
)

house_has ()
{
  local pattern
  case $1 in
    command) command -v "$2" >/dev/null ;;
    module)  command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
    font)    command -v fc-list >/dev/null && [ -n "$(fc-list ":lang=$2" file)" ] ;;
    file)    for pattern in $2; do compgen -G "$pattern" >/dev/null && return; done; return 1 ;;
  esac
}

# house_missing NEED...: fills packages and signs with what is not there
house_missing ()
{
  local need package kind sign
  packages=() signs=()
  for need; do
    IFS='|' read -r package kind sign <<<"$need"
    package=${package// } kind=${kind// } sign=${sign# }
    house_has "$kind" "$sign" && continue
    packages+=("$package")
    [ "$kind" != font ] || sign="fonts for $sign"
    signs+=("${sign%% /*}")
  done
}

# house_install NEED...: apt installs what is missing; without apt, one line says what that is. Fills installed with what
# was
house_install ()
{
  local as_root=() packages signs
  house_missing "$@"
  [ ${#packages[@]} -gt 0 ] || return 0

  if ! command -v apt-get >/dev/null; then
    local list
    printf -v list '%s, ' "${signs[@]}"
    echo "Missing: ${list%, } (there is no apt here to install them with)" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Missing: ${packages[*]} (run as root: apt-get install ${packages[*]})" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  echo "Installing: ${packages[*]}" >&2
  "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${packages[@]}" >&2
  installed=("${packages[@]}")
}

# house_build FOLDER [MESON OPTION...]: a folder that was set up half, or before the tree moved, is set up anew
house_build ()
{
  local folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ] || ! grep -qsF "\"source\": \"$(pwd -P)\"" "$folder/meson-info/meson-info.json"; then
    rm -rf "$folder"
    meson setup "$folder" --buildtype=debugoptimized "$@"
  fi
  meson compile -C "$folder"
}
