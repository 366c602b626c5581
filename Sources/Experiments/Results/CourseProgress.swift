import Foundation

/// How far a learner has come in each lesson.
public struct CourseProgress: Codable, Hashable, Sendable {
  /// The lessons by their names.
  public private(set) var lessons: [String: Place] = [:]

  /// How far one lesson has been gone through.
  public struct Place: Codable, Hashable, Sendable {
    /// The steps that have been entered, the furthest ever.
    public var steps: Int
    /// Whether it has been gone through to its end.
    public var isDone: Bool

    /// How far, in words: `done`, or `step 3 of 11`.
    public func words(of all: Int) -> String { isDone ? "done" : "step \(min(steps, all)) of \(all)" }
  }

  /// Nothing learned yet.
  public init() {}

  /// Notes that a lesson has been gone through so far; less than before changes nothing.
  public mutating func note(_ name: String, steps: Int, isDone: Bool) {
    let before = lessons[name] ?? Place(steps: 0, isDone: false)
    lessons[name] = Place(steps: max(before.steps, steps), isDone: before.isDone || isDone)
  }

  /// With what another has noted, of each lesson what is further.
  public func joined(with other: CourseProgress) -> CourseProgress {
    var joined = self
    for (name, place) in other.lessons { joined.note(name, steps: place.steps, isDone: place.isDone) }
    return joined
  }

  /// The first lesson of a course that is not done; the first of all where all are.
  public func next(in course: [DemoSummary]) -> DemoSummary? {
    course.first { lessons[$0.name]?.isDone != true } ?? course.first
  }
}

/// The file in which the progress is remembered: `descent/course.json` in the folder for states.
public struct CourseFile: Sendable {
  /// The file's path.
  public let path: String

  /// In XDG's folder for states, or another file.
  public init(at path: String = CourseFile.standardPath) { self.path = path }

  /// Beside the folder of saved runs.
  public static var standardPath: String {
    (SavedRuns.standardFolder as NSString).deletingLastPathComponent + "/course.json"
  }

  /// What is remembered; nothing where there is no file, or one that cannot be read.
  public func read() -> CourseProgress {
    let contents = FileManager.default.contents(atPath: path)
    return contents.flatMap { try? JSONDecoder().decode(CourseProgress.self, from: $0) } ?? CourseProgress()
  }

  /// Remembers, beside what is remembered: another program may have noted it meanwhile.
  ///
  /// - Throws: a `Mistake` where that cannot be done; what was there is whole then.
  public func write(_ progress: CourseProgress) throws(Mistake) {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path))
    }
    // Nobody else reads what is there before this is written.
    let lock = FolderLock(of: folder)
    defer { lock.release() }
    setAsideWhatCannotBeRead()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let contents = try? encoder.encode(read().joined(with: progress)) else {
      throw Mistake(.cannotWrite(reason: "it cannot be encoded"), at: .file(path))
    }
    try AtomicFile.write(contents, to: path)
  }

  /// A file that is not understood, such as a later version's, is kept under another name: `course.json.kept`.
  private func setAsideWhatCannotBeRead() {
    guard let contents = FileManager.default.contents(atPath: path), !contents.isEmpty,
      (try? JSONDecoder().decode(CourseProgress.self, from: contents)) == nil
    else { return }
    rename(path, path + ".kept")
  }
}
