import Foundation
import ScratchFolder
import Testing

@testable import Experiments

/// Programs that share the folder of runs, and clocks that go wrong.
struct RunKeeperTests {
  private let scratch = try! Scratch()
  private var runs: SavedRuns { SavedRuns(in: scratch.folder.appending(path: "runs").path) }

  private func setTime(_ seconds: Double, of path: String) throws {
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: seconds)], ofItemAtPath: path)
  }

  @Test func oneRunHasOneFile() throws {
    var keeper = RunKeeper(in: runs)
    for _ in 0..<5 { try keeper.keep(try SavedRunsTests.run()) }
    #expect(runs.paths.count == 1)
  }

  @Test func programsThatBeginAtOnceHaveTheirOwn() throws {
    let (run, time) = (try SavedRunsTests.run(), Date())
    let paths = try (0..<7).map { _ in try runs.write(run, beginning: time) }
    #expect(Set(paths).count == 7 && runs.paths.count == 7)
  }

  @Test func manyAtOnceLoseNothing() async throws {
    let (runs, run, time) = (runs, try SavedRunsTests.run(), Date())
    let paths = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<10 { group.addTask { try runs.write(run, beginning: time) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(paths.count == 10 && Set(runs.paths) == paths)
  }

  /// Both go on with what was left, and both are there in the end.
  @Test func twoThatGoOnWithTheSameRunAreBothKept() throws {
    let (runs, run) = (runs, try SavedRunsTests.run())
    let left = try runs.write(run)
    var (first, second) = (
      RunKeeper(in: runs, continuing: (run.name, left)), RunKeeper(in: runs, continuing: (run.name, left))
    )
    try first.keep(run)
    #expect(runs.paths == [left])
    try second.keep(run)
    #expect(runs.paths.count == 2)
    for _ in 0..<3 {
      try first.keep(run)
      try second.keep(run)
    }
    #expect(runs.paths.count == 2, "each goes on with its own")
  }

  @Test func aFileThatIsGoneIsWrittenAnew() throws {
    let (runs, run) = (runs, try SavedRunsTests.run())
    var keeper = RunKeeper(in: runs)
    try keeper.keep(run)
    try FileManager.default.removeItem(atPath: runs.folder)
    try keeper.keep(run)
    #expect(runs.paths.count == 1)
  }

  /// A long run that began before ten others is the newest once it is left, and is not let go.
  @Test func whatIsLeftLastIsFirst() throws {
    let (runs, run) = (runs, try SavedRunsTests.run())
    var long = RunKeeper(in: runs)
    try long.keep(run)
    let path = runs.paths[0]
    for _ in 0..<9 { _ = try runs.write(run) }
    #expect(runs.paths.count == 10 && runs.paths.last == path)
    try long.keep(run)
    #expect(runs.paths.count == 10 && runs.paths.first == path)
  }

  /// The clock is set back by a day: what is left afterwards is the newest all the same, and none of it is let go at once.
  @Test func aClockThatIsSetBackLosesNothing() throws {
    let (runs, run) = (runs, try SavedRunsTests.run())
    let before = try (0..<10).map { try runs.write(run, beginning: Date(timeIntervalSinceNow: 86_400 + Double($0))) }
    for (place, path) in before.enumerated() { try setTime(86_400 + Double(place), of: path) }
    #expect(runs.paths == before.reversed())
    var keeper = RunKeeper(in: runs)
    for _ in 0..<2 {
      try keeper.keep(run)
      #expect(runs.paths.count == 10 && !before.contains(runs.paths[0]))
      #expect(Array(runs.paths.dropFirst()) == Array(before.reversed().prefix(9)))
    }
    let next = try runs.write(run)
    #expect(runs.paths.first == next)
  }

  /// Several that write at once, each knowing of its own lessons alone, lose nothing of each other.
  @Test func progressOfSeveralAtOnceIsWhole() throws {
    let path = scratch.folder.appending(path: "at-once/course.json").path
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      var own = CourseProgress()
      for step in 1...25 {
        own.note("lesson-\(writer)-\(step)", steps: step, isDone: step % 2 == 0)
        try? CourseFile(at: path).write(own)
        own = CourseProgress()
      }
    }
    let lessons = CourseFile(at: path).read().lessons
    #expect(lessons.count == 100)
    for (name, place) in lessons {
      #expect(name.hasSuffix("-\(place.steps)") && place.isDone == (place.steps % 2 == 0))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent) == [
        "course.json"
      ])
  }

  /// What a later version may have written is set aside, and not written over.
  @Test func progressThatIsNotUnderstoodIsKept() throws {
    let path = try scratch.file("course.json", "{\"lessons\": [1]}")
    var progress = CourseProgress()
    progress.note("01-neuron", steps: 3, isDone: false)
    try CourseFile(at: path).write(progress)
    #expect(CourseFile(at: path).read() == progress)
    #expect(try String(contentsOfFile: path + ".kept", encoding: .utf8) == "{\"lessons\": [1]}")
  }

  @Test func progressOfTwoProgramsIsJoined() throws {
    let file = CourseFile(at: scratch.folder.appending(path: "course.json").path)
    var (first, second) = (CourseProgress(), CourseProgress())
    first.note("01-neuron", steps: 12, isDone: true)
    second.note("02-activations", steps: 4, isDone: false)
    try file.write(first)
    try file.write(second)
    second.note("01-neuron", steps: 2, isDone: false)
    try file.write(second)
    let joined = file.read().lessons
    #expect(joined.count == 2 && joined["01-neuron"] == .init(steps: 12, isDone: true))
    #expect(joined["02-activations"] == .init(steps: 4, isDone: false))
  }
}
