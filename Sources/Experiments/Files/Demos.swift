import Datasets
import Dispatch
import Foundation

/// A demo as a list shows it.
public struct DemoSummary: Hashable, Sendable {
  /// The name that it is opened by.
  public var name: String
  /// The name on the screen.
  public var title: String
  /// What there is to be seen, in a sentence or two.
  public var summary: String
  /// The steps of its lesson.
  public var steps: Int
  /// The minutes that its lesson takes, roughly; 0 without one.
  public var minutes: Int
  /// The minutes that its exercises take beside, roughly.
  public var exercises: Int
  /// Its number in the course; nil for what is no lesson of it.
  public var chapter: Int?

  /// A demo for a list; by default without a lesson.
  public init(
    name: String, title: String, summary: String, steps: Int = 0, minutes: Int = 0, exercises: Int = 0,
    chapter: Int? = nil
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.steps = steps
    (self.minutes, self.exercises) = (minutes, exercises)
    self.chapter = chapter
  }

  /// Whether each of some words is in its name, title or summary, or is the number of its chapter.
  public func matches(_ words: String) -> Bool {
    let text = "\(name) \(title) \(summary)".lowercased()
    return words.lowercased().split(separator: " ").allSatisfy {
      text.contains($0) || Int($0) == chapter && chapter != nil
    }
  }
}

/// The demos that can be found, in the folders where they may be.
public enum Demos {
  /// Where demos are looked for; of demos with one name the first counts: the folders of `DESCENT_DEMOS` (parted by
  /// colons), `demos` beside the executable, `../share/descent/demos`, and `demos` beside the sources.
  static var folders: [String] {
    let chosen = ProcessInfo.processInfo.environment["DESCENT_DEMOS"] ?? ""
    var folders = chosen.split(separator: ":").map(String.init)
    if let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let folder = executable.deletingLastPathComponent()
      folders.append(folder.appendingPathComponent("demos").path)
      folders.append(folder.appendingPathComponent("../share/descent/demos").standardized.path)
    }
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
    folders.append(package.appendingPathComponent("demos").path)
    return folders
  }

  /// The path of a demo file, or nil where there is none of that name. Lessons of the course stand in `course` there.
  static func path(of name: String) -> String? {
    path(of: name, in: folders)
  }

  private static func path(of name: String, in folders: [String]) -> String? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    return folders.flatMap { ["\($0)/\(name).yaml", "\($0)/course/\(name).yaml"] }
      .first(where: FileManager.default.fileExists)
  }

  /// All demos: the lessons of the course in their order, then the others by name. One that cannot be read says so in its
  /// summary.
  public static var all: [DemoSummary] { course + summaries(in: "") }

  /// The lessons of the course in their order: the files `NN-NAME.yaml` in the folder `course`.
  public static var course: [DemoSummary] {
    summaries(in: "/course").map { summary in
      var lesson = summary
      lesson.chapter = chapter(of: summary.name)
      return lesson
    }
  }

  /// The number that a lesson of the course begins its name with; nil where it has none.
  public static func chapter(of name: String) -> Int? { Int(name.prefix { $0.isASCII && $0.isNumber }) }

  private static func summaries(in part: String) -> [DemoSummary] {
    let folders = folders
    var names: Set<String> = []
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + part)) ?? []
      names.formUnion(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
    }
    let found = names.sorted().compactMap { name in path(of: name, in: folders).map { (name: name, path: $0) } }
    var summaries = [DemoSummary?](repeating: nil, count: found.count)
    summaries.withUnsafeMutableBufferPointer { summaries in
      nonisolated(unsafe) let summaries = summaries  // Each iteration has a place of its own.
      DispatchQueue.concurrentPerform(iterations: found.count) { number in
        summaries[number] = summary(of: found[number].name, path: found[number].path)
      }
    }
    return summaries.compactMap { $0 }
  }

  private static func summary(of name: String, path: String) -> DemoSummary {
    do throws(Mistake) {
      let experiment = try SettingsReader(source: .demoFile(path: path)).experiment
      return DemoSummary(
        name: name.printable, title: experiment.title, summary: experiment.summary, steps: experiment.lesson.count,
        minutes: experiment.lesson.isEmpty ? 0 : LessonStep.minutes(of: experiment.lesson),
        exercises: LessonStep.exerciseMinutes(of: experiment.lesson))
    } catch {
      return DemoSummary(name: name.printable, title: name.printable, summary: error.description)
    }
  }
}
