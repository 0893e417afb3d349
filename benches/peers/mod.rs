//! Each reader beside the program that others read the same file with: CPU time of the thread here, and of the
//! whole process there, by turns. Where a program is not installed, a line says so.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use faheng::intake;
use rustix::time::{ClockId, clock_gettime};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{data, template};

/// Turns of which the middle one counts.
const TURNS: usize = 5;

/// Prints all comparisons.
pub fn compare() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    println!("\nCPU time of one core beside other programs (theirs: the whole process)");
    let nothing = place("nothing.md", b"");
    let start = spent(&["pandoc", "-f", "markdown", "-t", "plain"], &nothing);
    for name in ["python-docx.docx", "libreoffice.docx"] {
        beside(name, &data(name), &["pandoc", "-f", "docx", "-t", "plain"], start);
        let long = place(&format!("300-{name}"), &long_docx(&fs::read(data(name)).unwrap()));
        beside(&format!("300 times {name}"), &long, &["pandoc", "-f", "docx", "-t", "plain"], start);
    }
    let start = spent(&["pdftotext", "-v"], &nothing);
    for name in ["reportlab-ttf", "libreoffice", "fpdf2", "reportlab-unigb"] {
        let path = data(&format!("../pdf/{name}.pdf"));
        beside(&format!("{name}.pdf"), &path, &["pdftotext", "-enc", "UTF-8"], start);
    }
    let long = place("unigb.pdf", &long_pdf(210));
    beside("210 pages in UniGB-UCS2-H", &long, &["pdftotext", "-enc", "UTF-8"], start);
    pages(folder.path());
}

/// Prints our time for a file beside that of a command, with and without what its start takes.
fn beside(name: &str, path: &Path, command: &[&str], start: Option<f64>) {
    let bytes = fs::read(path).unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(here(|| drop(black_box(intake::parse(path, black_box(&bytes)).unwrap()))));
        let Some(spent) = spent(command, path) else { return println!("{name}: skipped: no {}", command[0]) };
        theirs.push(spent);
    }
    let (ours, theirs) = (middle(ours), middle(theirs));
    let without = (theirs - start.unwrap_or(0.0)).max(0.0);
    println!(
        "{name}: {:.2} ms; {} {:.1} ms: {:.1} times (less its start: {:.1} times)",
        ours * 1e3,
        command[0],
        theirs * 1e3,
        theirs / ours,
        without / ours
    );
}

/// Pages as they are published, beside trafilatura, which is asked for text inside its own process.
fn pages(folder: &Path) {
    let pages: Vec<Vec<u8>> = template::templates()
        .iter()
        .map(|(_, template)| template::filled(template, &template::report(), 80_000).into_bytes())
        .collect();
    for (number, page) in pages.iter().enumerate() {
        fs::write(folder.join(format!("{number:02}.html")), page).unwrap();
    }
    let size = pages.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let all = || pages.iter().for_each(|page| drop(black_box(intake::parse(Path::new("a.html"), page))));
    let ours = size / middle((0..TURNS).map(|_| here(all)).collect());
    let script = "import sys, glob, time, trafilatura\n\
        pages = [open(p, encoding='utf-8').read() for p in sorted(glob.glob(sys.argv[1] + '/*.html'))]\n\
        for turn in range(2):\n\
        \x20   start = time.process_time()\n\
        \x20   for page in pages: trafilatura.extract(page)\n\
        print(time.process_time() - start)";
    let python = Command::new("python3").args(["-c", script]).arg(folder).output();
    let told = python.ok().and_then(|output| String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().ok());
    match told {
        Some(seconds) => {
            let theirs = size / seconds;
            println!("html: {ours:.1} MB/s; trafilatura {theirs:.2} MB/s: {:.1} times", ours / theirs);
        }
        None => println!("html: {ours:.1} MB/s; skipped: no trafilatura"),
    }
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Seconds of this thread for one of several runs, enough of them for the clock.
fn here(run: impl Fn()) -> f64 {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    };
    let (start, mut runs) = (now(), 0);
    while runs < 3 || now() - start < 0.02 {
        run();
        runs += 1;
    }
    (now() - start) / f64::from(runs)
}

/// Seconds that a command spends on a file, by itself and in the system; `None` where there is no such command.
fn spent(command: &[&str], path: &Path) -> Option<f64> {
    // The clock of many shells goes by hundredths of a second.
    let runs = if fs::metadata(path).is_ok_and(|file| file.len() < 100_000) { 20 } else { 4 };
    // The shell knows what its children spent.
    let script = "file=$0 left=$1; shift\ncommand -v \"$1\" >/dev/null || exit 1\n\
        while [ $left -gt 0 ]; do left=$((left - 1))\n\
        case $1 in pdftotext) \"$@\" \"$file\" /dev/null ;; *) \"$@\" \"$file\" ;; esac >/dev/null 2>&1\ndone\ntimes";
    let output = Command::new("sh").args(["-c", script]).arg(path).arg(runs.to_string()).args(command).output().ok()?;
    let told = String::from_utf8_lossy(&output.stdout).lines().nth(1)?.to_owned();
    let seconds = |time: &str| -> Option<f64> {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m')?;
        Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
    };
    told.split_whitespace().map(seconds).sum::<Option<f64>>().map(|sum| sum / f64::from(runs))
}

/// A Word file with all its paragraphs and tables 300 times: some 300 pages.
fn long_docx(bytes: &[u8]) -> Vec<u8> {
    const MAIN: &str = "word/document.xml";
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..package.len() {
        let mut part = package.by_index(part).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == MAIN {
            let text = String::from_utf8(content).unwrap();
            let (head, rest) = text.split_at(text.find("<w:body>").unwrap() + "<w:body>".len());
            let (body, tail) = rest.split_at(rest.rfind("<w:sectPr").unwrap());
            content = format!("{head}{}{tail}", body.repeat(300)).into_bytes();
        }
        made.start_file(name, SimpleFileOptions::default()).unwrap();
        made.write_all(&content).unwrap();
    }
    made.finish().unwrap().into_inner()
}

/// A PDF file of full pages in a font that it neither embeds nor maps to Unicode, as Chinese programs write them.
fn long_pdf(pages: usize) -> Vec<u8> {
    let text: Vec<char> = template::REPORT.chars().filter(|c| !c.is_whitespace()).collect();
    let mut next = text.iter().cycle();
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [ {kids}] >>"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ 4 0 R ] >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [ 1 95 500 ] \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>"
            .to_owned(),
    ];
    for page in 0..pages {
        let mut content = "BT /F1 12 Tf 17 TL 72 787 Td\n".to_owned();
        for _ in 0..40 {
            let line: String = next.by_ref().take(34).map(|c| format!("{:04X}", *c as u32)).collect();
            writeln!(content, "T* <{line}> Tj").unwrap();
        }
        content.push_str("ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let (size, at) = (objects.len() + 1, file.len());
    format!("{file}{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").into_bytes()
}
