import Testing

/// The plan of the house, kept by force: what may import what, and how large a room may be.
struct ArchitectureTests {
  /// The arrows: a target, and the targets that it may import. Lowest first; no target imports one that stands below it here.
  static let arrows: [(target: String, mayImport: Set<String>)] = [
    ("LinearAlgebra", ["CKernels"]),
    ("Datasets", ["LinearAlgebra"]),
    ("NeuralNetwork", ["LinearAlgebra"]),
    ("Training", ["NeuralNetwork", "Datasets", "LinearAlgebra"]),
    ("ErrorSurfaces", ["Training", "NeuralNetwork", "Datasets", "LinearAlgebra"]),
    ("Experiments", ["ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "Yams"]),
    ("Screen", []),
    ("Plots", ["Screen"]),
    ("Curses", ["Screen", "CCurses"]),
    ("Session", ["Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra"]),
    (
      "Visualizer",
      [
        "Session", "Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "Plots",
        "Screen",
      ]
    ),
    (
      "descent",
      [
        "Visualizer", "Session", "Curses", "Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets",
        "LinearAlgebra", "Plots", "Screen", "ArgumentParser",
      ]
    ),
  ]

  /// What every target may import: the system.
  static let system: Set<String> = ["Foundation", "Synchronization", "Glibc", "Musl", "Darwin", "Dispatch"]

  @Test func everyTargetHasItsPlace() throws {
    let targets = Set(try SourceFile.all(in: "Sources").map(\.target))
    #expect(targets == Set(Self.arrows.map(\.target)))
  }

  @Test func importsFollowTheArrows() throws {
    let allowed = Dictionary(uniqueKeysWithValues: Self.arrows.map { ($0.target, $0.mayImport) })
    for file in try SourceFile.all(in: "Sources") {
      for module in file.imports where !Self.system.contains(module) {
        #expect(allowed[file.target]?.contains(module) == true, "\(file.path) imports \(module)")
      }
    }
  }

  @Test func theArrowsMakeNoCircle() {
    var known: Set<String> = ["CKernels", "CCurses", "Yams", "ArgumentParser"]
    for (target, mayImport) in Self.arrows {
      #expect(mayImport.isSubset(of: known), "\(target) imports what stands below it")
      known.insert(target)
    }
  }

  /// The visualizer and all below it are values: no terminal, file or clock is reached from there.
  @Test(arguments: ["Session", "Visualizer", "Plots", "Screen"])
  func valuesReachNoSystem(target: String) throws {
    for file in try SourceFile.all(in: "Sources") where file.target == target {
      let reached = Self.system.intersection(file.imports).subtracting(["Foundation"])
      #expect(reached.isEmpty, "\(file.path) imports \(reached.sorted())")
    }
  }

  @Test func noFileIsLongerThan300Lines() throws {
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
      #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func halfOfTheFilesHaveAtMost100Lines() throws {
    let lengths = try SourceFile.all(in: "Sources").map { $0.lines.count - 1 }.sorted()
    #expect(lengths[lengths.count / 2] <= 100)
  }

  /// A type that has grown into a namespace: counted are the members of its declaration and of all its extensions in a target
  /// that others can see, but for its constants, which are like an enumeration's cases.
  ///
  /// `Trainer` has all that a `Process` must have beside its own.
  @Test func noTypeHasMoreThan60Members() throws {
    var members: [String: Int] = [:]
    for file in try SourceFile.all(in: "Sources") {
      for (type, count) in file.members { members["\(file.target).\(type)", default: 0] += count }
    }
    #expect(members.count > 300, "declarations are no longer seen")
    let limits = ["Training.Trainer": 80]
    for (type, count) in members { #expect(count <= limits[type] ?? 60, "\(type) has \(count) members") }
  }

  @Test func noFunctionIsLongerThan60Lines() throws {
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
      for function in file.functions {
        #expect(function.length <= 60, "\(file.path):\(function.line) has a function of \(function.length) lines")
      }
    }
  }

  /// What reads the files is itself worth a look: an import or a function that it did not see would be allowed.
  @Test func importsAndFunctionsAreSeen() {
    let text = """
      @testable import Screen
      public import struct Plots.Axis
        @inlinable public static func f(
          x: Int
        ) -> Int {
          x
        }
      func g() { }
      """
    let file = SourceFile(path: "", target: "", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(file.imports == ["Screen", "Plots"])
    #expect(file.functions.map(\.line) == [3])
    #expect(file.functions.map(\.length) == [5])
  }

  @Test func membersAreSeen() {
    let text = """
      public struct Box: Sendable {
        public let a: Int, b: Int
        public static let empty = Box(a: 0, b: 0)
        enum Kind { case one }
        private static func f() {
          let inner = 1
        }
        var sum: Int { a }
      }
      extension Box where Self: Sendable {
        mutating func g() {}
      }
      """
    let file = SourceFile(path: "", target: "", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(file.members == ["Box": 3])
  }
}
