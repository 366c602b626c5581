import Foundation
import Testing

/// Demo files, weights, second files, pipes and full disks that nobody means well with: one line, a status, little memory,
/// and what was there is whole.
struct HostileInputTests {
  /// A command in a folder of its own, and what is said.
  struct Attempt: Sendable, CustomStringConvertible {
    /// What the shell makes first.
    let making: String
    /// What the shell runs; `descent` is the program.
    let command: String
    let status: Int32
    let words: String

    init(_ making: String, _ command: String, _ status: Int32, _ words: String) {
      (self.making, self.command, self.status, self.words) = (making, command, status, words)
    }

    var description: String { command }
  }

  private static let own =
    "{ echo a,y; for i in 1 2 3 4 5 6 7 8 9; do echo $i.5,p; echo $((i*3%7)).25,q; done; } > own.csv"

  private static let demos: [Attempt] = [
    Attempt(
      "{ printf 'data: '; head -c 50000 /dev/zero | tr '\\0' '['; } > x.yaml", "descent check x.yaml", 65, "not YAML"),
    Attempt("head -c 2000000 /dev/zero | tr '\\0' 'a' > x.yaml", "descent check x.yaml", 65, "more than 1 MiB"),
    Attempt("printf 'title: a\\0b\\n' > x.yaml", "descent check x.yaml", 65, "control characters"),
    Attempt("printf 'title: \\377\\376\\n' > x.yaml", "descent check x.yaml", 65, "UTF-8"),
    Attempt("mkdir x.yaml", "descent check x.yaml", 65, "cannot be read"),
    Attempt("ln -s nowhere x.yaml", "descent check x.yaml", 66, "no file"),
    Attempt("ln -s x.yaml x.yaml", "descent check x.yaml", 66, "no file"),
  ]

  private static let weights: [Attempt] = [
    Attempt(
      "printf '\\377\\377\\377\\377\\377\\377\\377\\177{}' > w", "descent train xor --epochs 1 --load w", 65,
      "header claims"),
    Attempt("printf 'abc' > w", "descent train xor --epochs 1 --load w", 65, "too few for a header"),
    Attempt(": > w", "descent train xor --epochs 1 --load w", 65, "w"),
    Attempt("printf '\\002\\0\\0\\0\\0\\0\\0\\0{}' > w", "descent train xor --epochs 1 --load w", 65, "w"),
    Attempt(
      "printf '\\010\\0\\0\\0\\0\\0\\0\\0{\"a\":{\"b' > w", "descent train xor --epochs 1 --load w", 65, "safetensors"),
    Attempt("mkdir w", "descent train xor --epochs 1 --load w", 65, "w"),
  ]

  private static let tables: [Attempt] = [
    Attempt("mkdir own.csv", "descent data own.csv --describe", 65, "cannot be read"),
    Attempt("ln -s nowhere own.csv", "descent data own.csv --describe", 66, "no such file"),
    Attempt(":", "descent data /dev/null --describe", 65, "the file is empty"),
    Attempt(":", "descent data /dev/zero --describe", 65, "more than 512 MiB"),
    Attempt("mkfifo own.csv", ": > own.csv & descent data own.csv --describe", 65, "the file is empty"),
    Attempt(":", "descent data - --describe <&-", 65, "standard input"),
    Attempt("printf 'a,y\\n1,p\\0\\n2,q\\n' > own.csv", "descent data own.csv --describe", 65, "zero bytes"),
    Attempt(
      "head -c 20000000 /dev/zero | tr '\\0' 'a' > own.csv", "descent data own.csv --describe", 65, "16 MiB in a line"),
    Attempt(
      "head -c 2000000 /dev/zero | sed 's/\\x00/1,/g' > own.csv", "descent data own.csv --describe", 65,
      "more than 65536 cells"),
    Attempt(
      "{ printf 'a,y\\n1,p\\n2,q\\n' | gzip; printf '\\037\\213\\010junk'; } > own.csv.gz",
      "descent data own.csv.gz --describe",
      65, "damaged"),
    Attempt(
      "head -c 540000000 /dev/zero | gzip -1 > own.csv.gz", "descent data own.csv.gz --describe", 65,
      "more than 512 MiB"),
    Attempt(
      "{ printf '{\"a\":'; head -c 50000 /dev/zero | tr '\\0' '['; } > x.json", "descent data x.json --describe", 65,
      "not closed"),
    Attempt("printf '{\"a\": [1, 2], \"b\": [1]}' > x.json", "descent data x.json --describe", 65, "equally long"),
    Attempt("printf '<!doctype html><html>' > own.csv", "descent data own.csv --describe", 65, "a web page"),
  ]

  private static let seconds: [Attempt] = [
    Attempt(own, "descent train own.csv --test own.csv", 64, "is the one that is learned from"),
    Attempt(own + "; ln own.csv other.csv; mkdir t", "descent train own.csv --test t/", 64, "Is a directory"),
    Attempt(own + "; printf 'a,y\\n\\0' > t.csv", "descent train own.csv --test t.csv", 64, "zero bytes"),
    Attempt(own + "; : > t.csv", "descent train own.csv --test t.csv", 64, "the file is empty"),
    Attempt(own + "; printf 'y,b\\np,1\\n' > t.csv", "descent train own.csv --test t.csv", 64, "no column \"a\""),
    Attempt(own + "; printf 'a,y\\n1,r\\n' > t.csv", "descent train own.csv --test t.csv", 64, "class \"r\""),
    Attempt(own, "descent train own.csv --test nowhere.csv", 66, "there is no file"),
    Attempt(own, "descent train own.csv --test /dev/zero", 64, "more than 512 MiB"),
    Attempt(own, "descent train own.csv --folds 1000 --quiet", 65, "too few"),
  ]

  @Test(arguments: demos + weights + tables + seconds)
  func isRefusedInOneLine(_ attempt: Attempt) throws {
    let result = try play(attempt, then: "ls -A | wc -l").result
    #expect(result.status == attempt.status, "\(attempt): \(result)")
    #expect(result.errors.contains(attempt.words), "\(attempt): \(result.errors)")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 1 && result.errors.count < 300 && result.errors.hasPrefix("descent: "), "\(result.errors)")
    #expect(result.peakBytes < 1 << 30, "\(attempt) took \(result.peakBytes >> 20) MiB")
  }

  /// A disk that is full, or a limit of the system: what was there stays, and nothing is left beside it.
  @Test(
    arguments: [
      "ulimit -f 1; descent train own.csv --epochs 200 --quiet --history kept",
      "ulimit -f 1; descent train own.csv --epochs 1 --quiet --set network.hidden=[64] --save kept",
      "ulimit -f 1; descent train own.csv --epochs 1 --quiet --set network.hidden=[64] --save kept --history other",
      "descent train own.csv --epochs 1 --quiet --save nowhere/w --history kept",
      "descent train own.csv --epochs 1 --quiet --history own.csv",
    ])
  func whatWasThereIsWhole(_ command: String) throws {
    let attempt = Attempt(Self.own + "; cp own.csv kept", command, 73, "cannot be written")
    let (result, after) = try play(attempt, then: "cmp own.csv kept && ls -A")
    #expect(result.status == 73 && result.errors.contains(attempt.words), "\(command): \(result)")
    #expect(after.status == 0 && after.output.split(separator: "\n") == ["kept", "own.csv"], "\(command): \(after)")
  }

  /// The folder in which it runs has been deleted: nothing is written anywhere else instead.
  @Test(arguments: ["--save w", "--history h", "--save w --history h", "--save ./w --history w"])
  func nothingIsWrittenInADeletedFolder(_ outputs: String) throws {
    let attempt = Attempt(
      "mkdir gone", "cd gone; rmdir ../gone; descent train xor --epochs 1 --quiet \(outputs)", 73, "cannot be written")
    let (result, after) = try play(attempt, then: "ls -A | wc -l; ls -d /w* /h* | grep -x '/[wh]'")
    #expect(result.status == 73 && result.errors.contains(attempt.words), "\(outputs): \(result)")
    #expect(after.output.split(separator: "\n") == ["0"], "\(outputs): \(after)")
  }

  /// Runs an attempt in an empty folder, and afterwards another command there.
  private func play(_ attempt: Attempt, then second: String) throws -> (result: Program.Result, after: Program.Result) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func run(_ command: String) throws -> Program.Result {
      let program = "descent() { \"\(try TerminalSession.product("descent"))\" \"$@\"; }"
      return try Program.run(["sh", "-c", "cd '\(folder.path)' && \(program); \(command)"])
    }
    let made = try run(attempt.making)
    try #require(made.status == 0, "\(attempt.making): \(made)")
    return (try run(attempt.command), try run(second))
  }
}
