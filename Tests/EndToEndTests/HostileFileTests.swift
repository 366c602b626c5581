import Foundation
import Testing

/// Files that lie, never end, or hold nothing: one line, a status, and little memory.
struct HostileFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func descent(_ arguments: [String]) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent")] + arguments)
  }

  @Test(arguments: HostileFile.refused.indices) func isRefusedInOneLine(_ number: Int) throws {
    let file = HostileFile.refused[number]
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(file.name).path
    try Data(file.bytes()).write(to: URL(fileURLWithPath: path))
    let result = try descent(["data", path, "--describe"])
    #expect(result.status == 65 && result.output.isEmpty, "\(file.name): \(result)")
    let line = result.errors.replacing(folder.path, with: "")
    #expect(line.contains(file.words), "\(file.name): \(line)")
    #expect(line.split(separator: "\n").count == 1 && line.count < 300 && line.hasPrefix("descent: "), "\(line)")
    #expect(result.peakBytes < 1 << 30, "\(file.name) took \(result.peakBytes >> 20) MiB")
  }

  /// Wide, but fit to be learned: no more memory than the table itself needs.
  @Test func manyTextColumnsStayWithinMemory() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("wide.csv")
    let names = (0..<2000).map { "c\($0)" }.joined(separator: ",") + ",y\n"
    let rows = (0..<60).map { row in
      (0..<2000).map { "t\((row * 7 + $0) % 9)" }.joined(separator: ",") + ",\(row % 2 == 0 ? "p" : "q")\n"
    }
    try Data((names + rows.joined()).utf8).write(to: path)
    let result = try descent(["data", path.path, "--describe"])
    #expect(result.status == 0 && result.output.contains("18000 inputs"), "\(result.errors)")
    #expect(result.peakBytes < 1 << 30)
  }

  @Test func aFolderAndAFullDisk() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try descent(["data", folder.path, "--describe"]).status == 65)
    let path = folder.appendingPathComponent("own.csv")
    try Data(("a,y\n" + (0..<50).map { "\($0),\($0 % 2 == 0 ? "p" : "q")\n" }.joined()).utf8).write(to: path)
    let script = "\"\(try TerminalSession.product("descent"))\" data \"\(path.path)\" --describe > /dev/full"
    let full = try Program.run(["sh", "-c", script])
    #expect(full.status == 73 && full.errors.split(separator: "\n").count == 1, "\(full)")
    let closed = try Program.run(["sh", "-c", script.replacing("> /dev/full", with: ">&- 2>&-")])
    #expect(closed.status != 132 && closed.status < 128, "\(closed)")
  }
}
