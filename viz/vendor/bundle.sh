#!/bin/sh
# Bundles what entry.mjs names, and takes htmx and axe-core as they are, from the npm registry, by the checksums in
# package-lock.json; and our own scripts and style sheets into viz/built. `make vendor` runs it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tests=$here/../../tests/data/vendor
web=$here/../../graphmodel/web/vendor
static=$here/../static
built=$here/../built
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$here/entry.mjs" "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --silent

for package in sigma graphology graphology-utils events; do
  version=$(node -p "require('./node_modules/$package/package.json').version")
  printf '%s %s\n\n' "$package" "$version"
  sed 's/[[:space:]]*$//' node_modules/$package/LICENSE*
  echo
done > licences.txt
{ echo '/*!'; cat licences.txt; echo '*/'; } > banner.js
node_modules/.bin/esbuild entry.mjs --bundle --minify --format=iife --global-name=SIGMA --target=es2020 \
  --legal-comments=none --log-level=warning --outfile=code.js
cat banner.js code.js > "$here/sigma.min.js"
(cd "$here" && sha256sum sigma.min.js > SHA256SUMS)

cp node_modules/axe-core/axe.min.js node_modules/axe-core/LICENSE node_modules/axe-core/LICENSE-3RD-PARTY.txt "$tests"
(cd "$tests" && sha256sum axe.min.js > SHA256SUMS)

{ printf '/*! htmx.org %s\n\n' "$(node -p "require('./node_modules/htmx.org/package.json').version")"
  sed 's/[[:space:]]*$//' node_modules/htmx.org/LICENSE
  echo '*/'
  cat node_modules/htmx.org/dist/htmx.min.js
} > "$web/htmx.min.js"
(cd "$web" && sha256sum htmx.min.js > SHA256SUMS)

for name in svg pyvis sigma unpack-lzma unpack-deflate; do
  node_modules/.bin/esbuild "$static/$name.js" --bundle --minify --format=iife --target=es2020 --legal-comments=none \
    --log-level=warning --outfile="$built/$name.js"
done
for name in svg pyvis sigma; do
  node_modules/.bin/esbuild "$static/$name.css" --bundle --minify --log-level=warning --outfile="$built/$name.css"
done
(cd "$built" && find . ../static -name '*.js' -o -name '*.css' | LC_ALL=C sort | xargs sha256sum > SHA256SUMS)
