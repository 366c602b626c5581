import Foundation
import Testing

@testable import Experiments

struct StandardFolderTests {
  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/x"], "/x"), (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x"),
      (["XDG_STATE_HOME": "x", "HOME": "/h"], "/h/.local/state"),
      (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state"),
      (["HOME": "/h"], "/h/.local/state"), (["HOME": "h"], nil), (["HOME": ""], nil), ([:], nil),
    ] as [([String: String], String?)])
  func aPersonsOwnFolderIsWhatTheVariablesSay(environment: [String: String], folder: String?) {
    let path = StandardFolder.path("XDG_STATE_HOME", else: ".local/state", in: environment)
    #expect(path == folder ?? NSHomeDirectory() + "/.local/state")
  }

  /// Links are followed by hand, so that a relative path stays one.
  @Test func aLinkLeadsToItsTarget() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.path
    symlink("nowhere", place + "/a")
    symlink("a", place + "/b")
    symlink("/elsewhere/c", place + "/c")
    symlink("d", place + "/d")
    #expect(AtomicFile.target(of: place + "/b") == place + "/nowhere")
    #expect(AtomicFile.target(of: place + "/b/") == place + "/nowhere")
    #expect(AtomicFile.target(of: place + "/c") == "/elsewhere/c")
    #expect(AtomicFile.target(of: place + "/d") == place + "/d")
    #expect(AtomicFile.target(of: "not there") == "not there" && AtomicFile.target(of: "/") == "/")
    #expect(["a", "a/b", "/a", "/a/b"].map(AtomicFile.folder(of:)) == [".", "a", "/", "/a"])
  }
}
