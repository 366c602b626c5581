import Curses
import Experiments
import Foundation
import LinearAlgebra
import Screen
import Training

/// What `descent doctor` found, for people and for machines.
struct DoctorReport: Encodable {
  let terminal: TerminalRow
  let locale: Locale
  let machine: Machine
  let files: Files
  let memory: Memory

  struct TerminalRow: Encodable {
    let type, refusal: String?
    let isTypeKnown, isATerminal, isRemote: Bool
    let columns, rows: Int?
    let colors, glyphs: String
    let answer: String?
    let answered, isSynchronized, hasKeyboardProtocol: Bool
    let attributes: [Int]
    let background: String?
    let drawsSextants, drawsOctants: Bool?
  }

  struct Locale: Encodable {
    let name: String
    let isUTF8: Bool
  }

  struct Machine: Encodable {
    let processor: String
    let threads: Int
    let kernels, build: String
  }

  struct Files: Encodable {
    let lastRun, program, workingFolder: String
    let demos: Int
  }

  struct Memory: Encodable {
    /// The bound of a run's past, and what the machine has, in bytes.
    let past: Int
    let machine: UInt64
  }

  init(_ found: TerminalInspection) {
    let identity = found.identity ?? TerminalIdentity()
    terminal = TerminalRow(
      type: found.type.map(Self.printable), refusal: found.refusal.map { Self.printable($0.description) },
      isTypeKnown: found.isTypeKnown, isATerminal: found.identity != nil,
      isRemote: found.isRemote, columns: found.size?.width, rows: found.size?.height, colors: found.depth.rawValue,
      glyphs: found.glyphs.rawValue, answer: identity.answer, answered: identity.isComplete,
      isSynchronized: identity.isSynchronized, hasKeyboardProtocol: identity.hasKeyboardProtocol,
      attributes: identity.attributes,
      background: identity.background?.components.map { String(format: "#%02x%02x%02x", $0.red, $0.green, $0.blue) },
      drawsSextants: identity.drawsSextants, drawsOctants: identity.drawsOctants)
    let environment = ProcessInfo.processInfo.environment
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    locale = Locale(name: Self.printable(name ?? "none"), isUTF8: found.isUTF8)
    machine = Machine(
      processor: Self.processor, threads: ProcessInfo.processInfo.activeProcessorCount, kernels: Kernels.instructions,
      build: isOptimized ? "release" : "debug")
    files = Files(
      lastRun: Self.printable(SavedRuns.standardFolder), program: Self.printable(Bundle.main.executablePath ?? ""),
      workingFolder: Self.printable(FileManager.default.currentDirectoryPath), demos: Demos.all.count)
    memory = Memory(past: 64 << 20, machine: ProcessInfo.processInfo.physicalMemory)
  }

  /// Text from the environment, without what could control the terminal.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }

  private static var processor: String {
    let table = (try? String(contentsOf: URL(filePath: "/proc/cpuinfo"), encoding: .utf8)) ?? ""
    let row = table.split(separator: "\n").first { $0.hasPrefix("model name") }
    return row?.split(separator: ":", maxSplits: 1).last.map { printable($0.trimmingCharacters(in: .whitespaces)) }
      ?? "unknown"
  }
}

extension DoctorReport {
  /// The report for people: a line for each thing found.
  var lines: [String] {
    let rows: [(String, String)] = [
      ("terminal", type), ("answer", answer), ("size", size), ("colours", "\(terminal.colors)\(background)"),
      ("glyphs", terminal.glyphs + glyphs),
      ("locale", "\(locale.name), \(locale.isUTF8 ? "UTF-8" : "not UTF-8")"),
      ("processor", "\(machine.processor), \(machine.threads) threads"),
      ("kernels", "\(machine.kernels), \(machine.build) build"),
      ("demos", "\(files.demos) found"), ("last run", files.lastRun), ("program", files.program),
      ("memory", "a run's past takes \(memory.past >> 20) MiB at most, of the machine's \(memory.machine >> 20) MiB"),
    ]
    return rows.map { $0.0.padding(toLength: 11, withPad: " ", startingAt: 0) + $0.1 }
  }

  /// The type, and what it is taken for; where the visualizer refuses it, in the same words.
  private var type: String {
    terminal.refusal ?? (terminal.type ?? "") + (terminal.isTypeKnown ? "" : " (no entry: taken for xterm's kin)")
  }

  private var answer: String {
    guard terminal.isATerminal else { return "none: standard input and output are no terminal" }
    guard terminal.refusal == nil else { return "none: it is not asked" }
    guard terminal.answered else { return "none: it does not say what it is" }
    let abilities = [
      terminal.isSynchronized ? "whole frames at once" : nil,
      terminal.hasKeyboardProtocol ? "kitty's keyboard protocol" : nil,
    ].compactMap { $0 }
    return ([terminal.answer ?? "no name"] + abilities).joined(separator: ", ")
  }

  private var size: String {
    guard let columns = terminal.columns, let rows = terminal.rows else { return "unknown" }
    return "\(columns)x\(rows)\(terminal.isRemote ? ", over a network" : "")"
  }

  private var background: String { terminal.background.map { ", background \($0)" } ?? "" }

  private var glyphs: String {
    func words(_ draws: Bool?, _ name: String) -> String { draws.map { ", \(name): \($0 ? "yes" : "no")" } ?? "" }
    return words(terminal.drawsSextants, "draws sextants itself") + words(terminal.drawsOctants, "octants")
  }
}
