// `quoth serve` on a record of its own, for as long as a test file runs.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const QUOTH = process.env.QUOTH ?? join(ROOT, "build/release/quoth");

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

async function isUp(address: string): Promise<boolean> {
  return fetch(`${address}/api/v1/stats`).then(
    (response) => response.ok,
    () => false,
  );
}

export class Served {
  private constructor(
    readonly address: string,
    private readonly folder: string,
    private readonly program: ChildProcess,
  ) {}

  /** `inputs`: files that `quoth index` reads; `lines`: finished records. */
  static async start(lines: string[], options: { inputs?: string[]; fields?: string[]; model?: string } = {}): Promise<Served> {
    if (!existsSync(QUOTH)) throw new Error(`${QUOTH} is not there: run tools/build release, or set QUOTH`);
    const folder = mkdtempSync(join(tmpdir(), "quoth-page-"));
    const db = join(folder, "record.db");
    const records = join(folder, "records.jsonl");
    writeFileSync(records, lines.map((line) => `${line}\n`).join(""));
    const model = ["--model", options.model ?? "fast"];
    execFileSync(QUOTH, ["index", ...(lines.length ? [records] : []), ...(options.inputs ?? []), "--db", db, ...model], {
      stdio: "pipe",
    });
    const port = await freePort();
    const program = spawn(QUOTH, ["serve", "--db", db, "--port", String(port), ...model], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    program.stderr?.on("data", (data: Buffer) => (said += data.toString()));
    const served = new Served(`http://127.0.0.1:${port}`, folder, program);
    for (let tries = 0; tries < 100; tries++) {
      if (await isUp(served.address)) return served;
      if (program.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await served.stop();
    throw new Error(`quoth serve did not start: ${said}`);
  }

  async ask<T>(path: string): Promise<T> {
    const response = await fetch(`${this.address}/api/v1${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Ends the server, and takes its record away. */
  async stop(): Promise<void> {
    if (this.program.exitCode === null) {
      const ended = new Promise((resolve) => this.program.once("exit", resolve));
      this.program.kill("SIGTERM");
      const timer = setTimeout(() => this.program.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
