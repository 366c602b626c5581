// swift-tools-version: 6.2
import PackageDescription

/// Our own code compiles without a warning, or not at all.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

/// A library target: its folder in `Sources`, and the targets that it may import.
func library(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

/// The tests of one target, in `Tests/NAMETests`.
func tests(of name: String, also others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name)] + others,
    exclude: exclude,
    swiftSettings: strict
  )
}

let package = Package(
  name: "descent",
  products: [.executable(name: "descent", targets: ["descent"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The arithmetic.
    .target(name: "CKernels", cSettings: strictC),
    library("LinearAlgebra", ["CKernels"]),
    library("Datasets", ["LinearAlgebra"]),
    library("NeuralNetwork", ["LinearAlgebra"]),
    library("Training", ["NeuralNetwork", "Datasets", "LinearAlgebra"]),
    library("ErrorSurfaces", ["Training", "NeuralNetwork", "Datasets", "LinearAlgebra"]),

    // What to run.
    library(
      "Experiments",
      [
        "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra",
        .product(name: "Yams", package: "Yams"),
      ]),

    // What is seen.
    library("Screen"),
    library("Plots", ["Screen"]),
    .target(
      name: "CCurses",
      cSettings: strictC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    library("Curses", ["Screen", "CCurses"]),

    // The program.
    library(
      "Session",
      ["Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra"]),
    library(
      "Visualizer",
      [
        "Session", "Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "Plots",
        "Screen",
      ]),
    .executableTarget(
      name: "descent",
      dependencies: [
        "Visualizer", "Session", "Curses", "Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets",
        "LinearAlgebra", "Plots", "Screen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // The tests of the arithmetic.
    tests(of: "LinearAlgebra", also: ["CKernels"]),
    tests(of: "NeuralNetwork", also: ["LinearAlgebra", "CKernels"], exclude: ["Fixtures"]),

    // The tests of the terminal and of the whole.
    tests(of: "Screen", also: ["Datasets"]),
    tests(of: "Plots", also: ["Screen"]),
    .target(
      name: "TerminalEmulator", dependencies: ["Screen"], path: "Tests/TerminalEmulator", swiftSettings: strict),
    tests(of: "Curses", also: ["Screen", "TerminalEmulator"]),
    tests(of: "ErrorSurfaces", also: ["Training", "NeuralNetwork", "Datasets", "LinearAlgebra"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Curses", "Screen"], path: "Tests/TerminalProbe", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["TerminalProbe", "TerminalEmulator", "Screen", "descent", "Session", "Experiments", "Visualizer"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .target(name: "ScratchFolder", path: "Tests/ScratchFolder", swiftSettings: strict),
    tests(
      of: "Datasets", also: ["LinearAlgebra", "ScratchFolder"],
      exclude: ["numpy_archives.py", "Evaluation/evaluation_fixtures.py"]),
    tests(
      of: "Experiments", also: ["Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "ScratchFolder"],
      exclude: ["Schema"]),
    tests(
      of: "Visualizer",
      also: [
        "Session", "Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "Plots",
        "Screen", "ScratchFolder",
      ],
      exclude: ["Snapshots"]),
    tests(
      of: "Session",
      also: ["Experiments", "ErrorSurfaces", "Training", "NeuralNetwork", "Datasets", "LinearAlgebra", "ScratchFolder"]),
    tests(
      of: "Training", also: ["NeuralNetwork", "Datasets", "LinearAlgebra"],
      exclude: ["Recurrent/Fixtures", "Constants/Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
