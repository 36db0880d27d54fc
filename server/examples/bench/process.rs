//! The binary from outside: import of 100 k offers, start to the first answer, idle memory.

use crate::{Failure, row};
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const IMPORTED: usize = 100_000;
const STARTS: usize = 20;

/// Imports, serves, measures.
pub(crate) fn measure() -> Result<(), Failure> {
    let dir = std::env::temp_dir().join(format!("passerelle-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir)?;
    let result = import(&dir).and_then(|()| starts(&dir));
    std::fs::remove_dir_all(&dir)?;
    result
}

fn binary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/passerelle")
}

fn command(dir: &Path, name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(args).env("DATA_DIR", dir.join(name)).env("RUST_LOG", "error").env("LISTEN_ADDR", "127.0.0.1");
    command
}

fn must(mut command: Command) -> Result<(), Failure> {
    let output = command.output()?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned().into()) }
}

/// A feed of `n` offers in our CSV format, texts of some hundred letters.
fn feed(path: &Path, n: usize) -> Result<(), Failure> {
    let offers = demo::offers(domain::time::Day(20_000))?;
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "reference;titre;employeur;lieu;contrat;code_rome;texte")?;
    for (i, offer) in offers.iter().cycle().take(n).enumerate() {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "'"));
        let place = offer.places.first().map_or("", |p| p.label.as_str());
        writeln!(
            out,
            "B{i};{};{};{};CDI;{};{}",
            quoted(&offer.title),
            quoted(offer.employer.shown_name().unwrap_or_default()),
            quoted(place),
            offer.rome.as_ref().map_or("", |r| r.as_str()),
            quoted(offer.text.as_deref().unwrap_or_default()),
        )?;
    }
    out.flush()?;
    Ok(())
}

fn import(dir: &Path) -> Result<(), Failure> {
    let file = dir.join("offres.csv");
    feed(&file, IMPORTED)?;
    must(command(dir, "big", &["demo"]))?;
    let mut server = Served::start(command(dir, "big", &["serve"]), 3931)?;
    server.wait_for("/readyz")?;
    let mut second = Served::start(command(dir, "big", &["serve"]), 3933)?;
    second.wait_for("/readyz")?;
    let path = file.to_string_lossy().into_owned();
    let mut import = command(dir, "big", &["import", "offers", "--source", "bench", "--format", "csv", &path]);
    let started = Instant::now();
    let mut child = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let visitor = Visitor::start(dir.join("big").join("passerelle.db"));
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory_kib(child.id()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::park_timeout(Duration::from_millis(20));
    };
    if !status.success() {
        return Err("the import failed".into());
    }
    let published = started.elapsed();
    // Searchable: the API counts them.
    let shown = |server: &Served| -> Result<Duration, Failure> {
        while !server.get("/api/v1/offers?page=1")?.contains("\"total\":100") {
            std::thread::park_timeout(Duration::from_millis(20));
        }
        Ok(started.elapsed())
    };
    let searchable = shown(&server)?;
    let elsewhere = shown(&second)?.saturating_sub(searchable);
    let (writes, failed, longest) = visitor.stop()?;
    row(
        "import of 100 k offers, SQLite",
        &format!(
            "published in {:.1} s, searchable in {:.1} s, import's peak {} MiB, server's {} MiB",
            published.as_secs_f64(),
            searchable.as_secs_f64(),
            peak / 1024,
            memory_kib(server.child.id()) / 1024
        ),
        "≤ 60 s, ≤ 400 MiB",
    );
    row(
        "a visitor's write every 100 ms meanwhile",
        &format!("{writes} writes, {failed} failed, the longest took {} ms", longest.as_millis()),
        "none fails",
    );
    row("the second instance shows them after the first", &format!("{} ms", elsewhere.as_millis()), "≤ 2,000 ms");
    Ok(())
}

fn starts(dir: &Path) -> Result<(), Failure> {
    let file = dir.join("ten.csv");
    feed(&file, 10_000)?;
    let path = file.to_string_lossy().into_owned();
    must(command(dir, "ten", &["demo"]))?;
    must(command(dir, "ten", &["import", "offers", "--source", "bench", "--format", "csv", &path]))?;
    must(command(dir, "ten", &["reindex"]))?;
    let mut times = Vec::new();
    let mut idle = 0;
    for i in 0..STARTS {
        let started = Instant::now();
        let mut server = Served::start(command(dir, "ten", &["serve"]), 3932)?;
        server.wait_for("/offres?q=cariste")?;
        times.push(started.elapsed());
        if i + 1 == STARTS {
            server.wait_for("/readyz")?;
            idle = memory_kib(server.child.id());
        }
    }
    times.sort();
    // What starting any process and connecting to it costs here: `--version`.
    let started = Instant::now();
    must(command(dir, "ten", &["--version"]))?;
    let floor = started.elapsed();
    row(
        "start to the first result page, 10 k offers, index on disk",
        &format!(
            "median {:.0} ms, worst {:.0} ms ({:.1}× of `--version`)",
            times[STARTS / 2].as_secs_f64() * 1e3,
            times[STARTS - 1].as_secs_f64() * 1e3,
            times[STARTS / 2].as_secs_f64() / floor.as_secs_f64()
        ),
        "≤ 50 ms",
    );
    row("idle memory, 10 k offers", &format!("{} MiB", idle / 1024), "≤ 60 MiB");
    Ok(())
}

/// Somebody who writes every 100 ms, from another process's point of view.
struct Visitor {
    stop: Sender<()>,
    thread: JoinHandle<Result<(u32, u32, Duration), String>>,
}

impl Visitor {
    fn start(database: PathBuf) -> Self {
        let (stop, stopped) = channel();
        let thread = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
            let url = format!("sqlite:{}", database.display());
            let store = runtime.block_on(store::Store::open(&url, 2)).map_err(|e| e.to_string())?;
            let (mut writes, mut failed, mut longest) = (0, 0, Duration::ZERO);
            while stopped.recv_timeout(Duration::from_millis(100)) == Err(RecvTimeoutError::Timeout) {
                let started = Instant::now();
                let hub = store::Hub { name: format!("Hub {writes}"), ..store::Hub::default() };
                failed += u32::from(runtime.block_on(store.set_hub(&hub)).is_err());
                longest = longest.max(started.elapsed());
                writes += 1;
            }
            Ok((writes, failed, longest))
        });
        Self { stop, thread }
    }

    fn stop(self) -> Result<(u32, u32, Duration), Failure> {
        drop(self.stop);
        Ok(self.thread.join().map_err(|_| "the visitor panicked")??)
    }
}

/// A server that is killed when it is dropped.
struct Served {
    child: Child,
    port: u16,
}

impl Served {
    fn start(mut command: Command, port: u16) -> Result<Self, Failure> {
        let child = command.env("PORT", port.to_string()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
        Ok(Self { child, port })
    }

    fn get(&self, path: &str) -> Result<String, Failure> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn wait_for(&mut self, path: &str) -> Result<(), Failure> {
        let until = Instant::now() + Duration::from_secs(60);
        while Instant::now() < until {
            if self.get(path).is_ok_and(|a| a.starts_with("HTTP/1.1 200")) {
                return Ok(());
            }
            if self.child.try_wait()?.is_some() {
                return Err("the server ended".into());
            }
            std::thread::park_timeout(Duration::from_millis(1));
        }
        Err(format!("no answer on {path}").into())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Resident memory of a process, in KiB; 0 when it is gone.
fn memory_kib(pid: u32) -> u64 {
    std::fs::read_to_string(format!("/proc/{pid}/status"))
        .ok()
        .and_then(|s| s.lines().find_map(|l| l.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok()))
        .unwrap_or(0)
}
