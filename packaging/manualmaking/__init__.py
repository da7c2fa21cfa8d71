"""The command line in the forms that systems keep beside a program: pages for `man`, completion for shells."""
