// Libraries print what they are given, people's words among it, where DEBUG asks them to. Must be imported before any of them.
delete process.env['DEBUG']
