# Sentences for errors: what, why, where, what next

error-file = { $problem } File: { $path }
error-library = { $problem } Library: { $path }
error-cancelled = Cancelled; everything finished so far is saved.
error-data = The program's own data is broken ({ $detail }). Reinstall it, or move your own data files away.

file-empty = The file is empty. Check that the download was complete and try again.
file-no-text = The file holds no text (it may be a scan). Try a version with text.
file-no-text-plain = The file holds no text, only blanks. Try a version with text.
file-unknown-type = Unknown file type ({ $found }). This version reads txt, md, html, mht, docx, doc, wps, rtf, ofd and pdf; save the file as one of these.
file-no-body = The page holds menus and links only, no body. Open the page of the report itself, save it and try again.
file-not-a-file = This is a folder or a device, not a file. Name a file, or import the whole folder with import.
file-not-found = There is no such file. Check the path and whether the file has been moved.
file-no-permission = You have no permission to read this file. Change its permissions and try again.
file-too-large = The file is larger than the limit of { $limit } MB and was not read. Split it or use a text version.
file-damaged = The file is damaged or incomplete ({ $detail }). Download it again.
file-old-word = This is a file of Word 95 or older, which this version does not read. Save it as docx with Word, WPS or LibreOffice and try again.
file-password = The file has a password. Remove it in the program that made the file, then try again.
file-scanned = This is a scan: pictures of pages without a text layer; nothing was imported. Use a version with text, or recognise the text with another program first.
file-timed-out = Reading this file gave no result within { $seconds } s; it was skipped, the other files are not affected. Open it in its own program and save it as docx or txt.
file-out-of-memory = Reading this file takes more than { $limit } MB of memory; it was skipped, the other files are not affected. Split it or save it as txt.
file-crashed = The reader ended unexpectedly on this file ({ $detail }); it was skipped, the other files are not affected. Open it in its own program and save it as docx or txt.
file-no-worker = The process that reads files does not start ({ $detail }); nothing was read. Restart the program and try again.
file-io = The file could not be read ({ $detail }). Check the disk or the network and try again.

library-not-ours = This is not a Faheng library; nothing was changed. Name another file with --library.
library-newer = This library was made by a newer version (version { $found }; this program knows up to { $known }); nothing was changed. Update the program to open it.
library-read-only = The library is read-only. Change the permissions of the file or its folder, or name another file with --library.
library-locked = Another program is writing to this library. Wait until it has finished, or close it, and try again.
library-not-found = There is no library yet. Import reports with import first, or name a library with --library.
library-disk-full = The disk is full: the last batch was not written, all before it is saved. Free some space and try again.
library-damaged = The library is damaged ({ $detail }); nothing was changed. Back the file up, then restore a copy or import again.
library-io = The library could not be used ({ $detail }). Check the disk and the path and try again.

error-export = { $problem } File: { $path }
export-exists = A file of that name is there with other content and was left as it is. Add --force to replace it, or choose another name.
export-no-folder = There is no folder to write into here. Make it first, or choose another place.
export-no-permission = This place cannot be written to; no file was written. Choose another folder or change its permissions.
export-disk-full = The disk is full; no file was written. Free some space and try again.
export-too-small = The picture is too small for all that is in it. { $width } mm by { $height } mm would do; fewer places or indicators would too.
export-too-many-pixels = Too many pixels ({ $millions } million, the limit is { $limit }). Choose a lower resolution, a smaller size, or SVG.
export-io = The file could not be written ({ $detail }). Check the disk and the path and try again.

reason-given = the system says: { $detail }
reason-archive = the structure of the archive is wrong
reason-archive-end = the end of the archive is missing
reason-archive-entries = too many entries in the archive
reason-container = its inner file structure is broken
reason-nested = markup nested too deeply
reason-definition = it has a document type definition
reason-ends-early = the content ends early
reason-markup = the markup is wrong
reason-permission = permission denied
reason-disk-full = the disk is full
reason-read-only = the disk is read-only
reason-long-name = the name or path is too long
reason-not-a-folder = a part of the path is no folder
reason-folder = the path is a folder
reason-links = links lead in a circle
reason-database = its structure is broken
reason-cannot-open = it cannot be opened; check the path and permissions
reason-device = the disk failed

error-catalogue = This catalogue cannot be used: { $problem }. Nothing was changed. File: { $path }
error-catalogue-line = This catalogue cannot be used, line { $line }: { $problem }. Nothing was changed; correct it and try again. File: { $path }
catalogue-syntax = it is not written correctly ({ $word })
catalogue-no-name = an indicator lacks its id (one word) or its name
catalogue-twice = the indicator { $word } stands twice
catalogue-unknown-indicator = a rule belongs to the indicator { $word }, which is not in the catalogue
catalogue-unknown-topic = there is no topic “{ $word }”; put it into [topics] first
catalogue-unknown-unit = there is no unit “{ $word }”; put it into [[units.unit]] first
catalogue-unknown-measure = “{ $word }” is no measure word; put it into [units] first
catalogue-bad-section = there is no section { $word }; section is 1 to 6
catalogue-bad-part = the Outline has no part { $word }; outline_part is 2 to 10
catalogue-too-many-measures = more than 128 measure words
catalogue-too-many-topics = more than 64 topics
catalogue-too-many-words = more than 65535 rules or words
