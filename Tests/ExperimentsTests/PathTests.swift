import Testing

@testable import Experiments

/// A file beside a demo, or in a folder above it, has one path.
struct PathTests {
  @Test(arguments: [
    ("demos", "a.csv", "demos/a.csv"), ("demos/course", "../iris.csv", "demos/iris.csv"),
    ("a/b", "../../c.csv", "c.csv"), ("a", "../../c.csv", "../c.csv"), ("/x/course", "../c.csv", "/x/c.csv"),
    ("/", "../c.csv", "//../c.csv"), ("..", "../c.csv", "../../c.csv"), ("", "../c.csv", "../c.csv"),
    ("a", "/c.csv", "/c.csv"), ("a", "b/../c.csv", "a/b/../c.csv"),
  ])
  func aPathIsShort(folder: String, path: String, whole: String) {
    #expect(ReadingContext(folder: folder).resolved(path: path) == whole)
  }
}
