import Foundation
import Testing

/// `descent surface`, as a script sees it.
@Suite struct SurfaceCommandTests {
  private func surface(_ arguments: String...) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent"), "surface"] + arguments)
  }

  @Test(arguments: ["spiral", "iris", "sine"]) func theMiddleIsTheCostThatTrainReports(source: String) throws {
    let grid = try surface(source, "--size", "3x3", "--range", "0.5")
    #expect(grid.status == 0)
    let rows = grid.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows.count == 10 && rows[0] == ["a", "b", "cost"])
    let middle = try #require(Double(rows[5][2]))
    let train = try Program.run([try TerminalSession.product("descent"), "train", source, "--updates", "0", "--json"])
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(train.output.utf8)) as? [String: Any])
    let reported = try #require((summary["train"] as? [String: Any])?["cost"] as? Double)
    #expect(abs(middle - reported) <= 1e-6 * reported)
  }

  @Test func aTestFunctionIsPrintedOverItsDomain() throws {
    let grid = try surface("xor", "--axes", "rosenbrock", "--size", "2x2")
    #expect(grid.output == "a,b,cost\n-2.0,-1.0,2509.0\n2.0,-1.0,2501.0\n-2.0,3.0,109.0\n2.0,3.0,101.0\n")
  }

  @Test(arguments: [
    (["--axes", "rozenbrock"], "did you mean rosenbrock?"),
    (["--axes", "layers.0.weight[9][1],layers.0.bias[0]"], "layers.0.weight[3][1]"),
    (["--range", "0"], "expected a number above 0"),
    (["--size", "80"], "such as 80x48"),
    (["--size", "10000x10000"], "at most 4000000 points"),
    (["--axes", "barrier"], "--to FILE"),
  ])
  func badInputIsOneClearLine(arguments: [String], words: String) throws {
    let result = try Program.run(
      [try TerminalSession.product("descent"), "surface", "xor", "--set", "network.hidden=[4]"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("descent: ") && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func aPathIsTrainedFirst() throws {
    let grid = try surface("xor", "--axes", "path", "--epochs", "5", "--size", "9x9")
    #expect(grid.status == 0 && grid.output.split(separator: "\n").count == 82)
  }
}
