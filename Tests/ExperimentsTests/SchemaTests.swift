import Foundation
import Testing

@testable import Experiments

/// The schema says what the reader does.
@Suite struct SchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Schema")

  private static func files(_ name: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: "\(name)/\($0)").path }
  }

  @Test(arguments: files("wrong")) func theReaderRefusesWhatTheSchemaMustRefuse(path: String) throws {
    #expect(try !Experiment.mistakes(inFile: path).isEmpty)
  }

  @Test(arguments: files("right")) func theReaderTakesWhatTheSchemaMustTake(path: String) throws {
    #expect(try Experiment.mistakes(inFile: path) == [])
  }

  @Test func itIsJSONAndKnowsEveryKey() throws {
    let object = try JSONSerialization.jsonObject(with: Data(Setting.schema.utf8)) as? [String: Any]
    let properties = try #require(object?["properties"] as? [String: Any])
    for setting in Setting.all {
      let parts = setting.key.split(separator: ".").map(String.init)
      let inner = (properties[parts[0]] as? [String: Any])?["properties"] as? [String: Any]
      #expect(properties[setting.key] != nil && (parts.count == 1 || inner?[parts[1]] != nil), "\(setting)")
    }
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(Setting.json.utf8)) }
  }

  /// Where python3 has jsonschema and PyYAML, their verdict on every demo and on files that must fail.
  @Test(.enabled(if: hasValidator)) func aValidatorAgrees() throws {
    let validator = Process()
    validator.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    validator.arguments = ["python3", Self.folder.appending(path: "check.py").path]
    let (input, output) = (Pipe(), Pipe())
    (validator.standardInput, validator.standardOutput) = (input, output)
    try validator.run()
    try input.fileHandleForWriting.write(contentsOf: Data(Setting.schema.utf8))
    try input.fileHandleForWriting.close()
    let words = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    validator.waitUntilExit()
    #expect(validator.terminationStatus == 0, "\(words)")
  }

  private static let hasValidator: Bool = {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", "import jsonschema, yaml; jsonschema.Draft202012Validator"]
    python.standardError = FileHandle.nullDevice
    guard (try? python.run()) != nil else { return false }
    python.waitUntilExit()
    return python.terminationStatus == 0
  }()

  /// `RECORD_SNAPSHOTS=1` writes the table anew.
  @Test func theReadmesTableOfSettingsIsTheProgramsOwn() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- settings -->\n")
    try #require(parts.count == 3, "the README marks its table of settings with two comments")
    let table = Setting.markdown + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try (parts[0] + "<!-- settings -->\n" + table + "<!-- settings -->\n" + parts[2]).write(
        to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == table)
    }
  }
}
