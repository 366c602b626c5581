import Foundation
import ScratchFolder
import Testing

@testable import Experiments

/// The old file is whole until the new one is.
@Suite struct AtomicFileTests {
  @Test func behindALinkTheFileIsReplacedAndTheLinkStays() throws {
    let scratch = try Scratch()
    let file = try scratch.file("real.txt", "old")
    let links = ["one", "two"].map { scratch.folder.appendingPathComponent($0).path }
    try FileManager.default.createSymbolicLink(atPath: links[0], withDestinationPath: "real.txt")
    try FileManager.default.createSymbolicLink(atPath: links[1], withDestinationPath: links[0])
    chmod(file, 0o640)
    try AtomicFile.write("new", to: links[1])
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: links[0]) == "real.txt")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: links[1]) == links[0])
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    #expect(try names(in: scratch) == ["one", "real.txt", "two"])
  }

  @Test func aLinkToNothingMakesTheFile() throws {
    let scratch = try Scratch()
    let link = scratch.folder.appendingPathComponent("link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "later.txt")
    try AtomicFile.write("new", to: link)
    #expect(try String(contentsOfFile: link, encoding: .utf8) == "new")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere")) func aReadOnlyFolderKeepsItsFile() throws {
    let scratch = try Scratch()
    let file = try scratch.file("kept.txt", "old")
    chmod(scratch.folder.path, 0o500)
    defer { chmod(scratch.folder.path, 0o700) }
    #expect(throws: Mistake(.cannotWrite(reason: "Permission denied"), at: .file(file))) {
      try AtomicFile.write("new", to: file)
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
    #expect(try names(in: scratch) == ["kept.txt"])
  }

  @Test func aFolderInItsPlaceIsLeftAlone() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appendingPathComponent("folder").path
    try FileManager.default.createDirectory(atPath: folder + "/inside", withIntermediateDirectories: true)
    #expect(throws: Mistake.self) { try AtomicFile.write("new", to: folder) }
    #expect(throws: Mistake.self) { try AtomicFile.write("new", to: scratch.folder.path + "/missing/file") }
    #expect(try names(in: scratch) == ["folder"])
  }

  private func names(in scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
  }
}
