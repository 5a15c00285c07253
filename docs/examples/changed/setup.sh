# A branch with one new line in one of two files.
set -e
git init -q -b main
git config user.name huashu
git config user.email huashu@example.com
git add 话术库
git commit -qm 话术库
git checkout -qb 改开场
echo '- 这个我们绝对保证，百分百给您办好。' >> 话术库/开场.md
