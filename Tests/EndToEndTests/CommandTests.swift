import Foundation
import Testing

/// The commands that need no terminal, run as a user's script runs them.
struct CommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  private func descent(_ arguments: String..., variables: [String: String] = [:]) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent")] + arguments, variables: variables)
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  @Test func listIsParted() throws {
    let result = try descent("list")
    #expect(result.status == 0 && result.errors.isEmpty)
    let demos = lines(result.output).map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(demos.allSatisfy { $0.count == 3 && !$0.contains("") })
    #expect(demos.map { $0[0] } == demos.map { $0[0] }.sorted())
    #expect(demos.contains { $0[0] == "iris" })
  }

  @Test func demosOfAChosenFolder() throws {
    _ = try write("title: Mine\ndata: {source: xor4}", to: "mine.yaml")
    let result = try descent("train", "mine", "--epochs", "1", "--quiet", variables: ["DESCENT_DEMOS": folder.path])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
  }

  @Test func dataAreInTheOrderOfTraining() throws {
    let result = try descent("data", "xor4", "--set", "network.output=sigmoid")
    #expect(
      result.output == """
        split,x1,x2,y1
        train,0.0,0.0,0.0
        train,0.0,1.0,1.0
        train,1.0,0.0,1.0
        train,1.0,1.0,0.0

        """)
  }

  @Test func dataGiveBackTheSameFloats() throws {
    let result = try descent("data", "iris")
    let rows = lines(result.output).dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 150 && rows.allSatisfy { $0.count == 8 })
    #expect(rows.map { String($0[0]) } == Array(repeating: "train", count: 105) + Array(repeating: "test", count: 45))
    #expect(rows.allSatisfy { $0.dropFirst().allSatisfy { "\(Float($0)!)" == $0 } })
  }

  @Test func aRunOfTwoPartsEqualsOne() throws {
    let common = ["train", "spiral", "--quiet", "--set", "optimizer.name=sgd", "--set", "shuffle=false"]
    func run(_ arguments: String...) throws {
      let result = try Program.run([try TerminalSession.product("descent")] + common + arguments)
      #expect(result.status == 0 && result.errors.isEmpty)
    }
    try run("--epochs", "2", "--save", path("half"))
    try run("--epochs", "2", "--load", path("half"), "--save", path("parts"))
    try run("--epochs", "4", "--save", path("whole"), "--save-initial", path("initial"))
    try run("--updates", "0", "--save", path("none"))
    let parts = ["parts", "whole", "initial", "none"].map { FileManager.default.contents(atPath: path($0)) }
    #expect(parts[0] != nil && parts[0] == parts[1] && parts[2] == parts[3] && parts[0] != parts[2])
  }

  @Test func historyAndSummary() throws {
    let result = try descent("train", "xor", "--epochs", "3", "--seed", "7", "--json", "--history", path("h.csv"))
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(summary["seed"] as? Int == 7 && summary["parameters"] as? Int == 17 && summary["epochs"] as? Int == 3)
    #expect(summary["updates"] as? Int == 30)
    let training = try #require(summary["train"] as? [String: Any])
    #expect(training["accuracy"] is Double && training["r2"] is NSNull)
    let history = lines(try String(contentsOfFile: path("h.csv"), encoding: .utf8))
    #expect(history[0] == "epoch,updates,train_cost,test_cost,train_accuracy,test_accuracy")
    #expect(history.count == 5 && history[1].hasPrefix("0,0,") && history[4].hasPrefix("3,30,"))
    #expect(Double(history[4].split(separator: ",")[2]) == training["cost"] as? Double)
  }

  @Test func whatDoesNotApplyIsEmptyOrNull() throws {
    let result = try descent("train", "xor4", "--epochs", "1", "--json", "--history", path("h.csv"))
    #expect(result.output.contains("\"test\": {\"cost\": null, \"penalty\": null, \"accuracy\": null, \"r2\": null}"))
    let history = lines(try String(contentsOfFile: path("h.csv"), encoding: .utf8))
    let cells = history[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells.count == 6 && cells[3].isEmpty && cells[5].isEmpty)
  }

  @Test func aRunThatDivergesSaysWhere() throws {
    let result = try descent("train", "plane", "--set", "optimizer.rate=1000", "--json")
    #expect(result.status == 0 && result.errors.contains("the cost overflowed at row"))
    #expect((try? JSONSerialization.jsonObject(with: Data(result.output.utf8))) != nil)
  }

  @Test func theSealedPartIsOpenedWhereThatIsAsked() throws {
    let rows = (0..<80).map { "\($0 * 37 % 41).5,\($0 * 11 % 23).25,\($0 * 37 % 41 > 20 ? "high" : "low")\n" }
    let own = try write("a,b,level\n" + rows.joined(), to: "own.csv")
    let plain = try descent("train", own, "--json", "--quiet")
    #expect(plain.status == 0 && !plain.output.contains("sealed_test"))
    let json = try descent("train", own, "--json", "--quiet", "--unseal").output
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(((summary["sealed_test"] as? [String: Any])?["accuracy"] as? Double ?? 0) > 0.8)
    #expect((summary["rows"] as? [String: Int]) == ["training": 48, "validation": 16, "test": 16, "dropped": 0])
    let told = try descent("train", own, "--unseal").output
    #expect(told.contains("16 rows that nothing was learned from") && told.contains("verdict:"))
    let exam = try write("a,b,level\n" + rows.prefix(30).joined(), to: "exam.csv")
    let examined = try descent("train", own, "--test", exam, "--unseal").output
    #expect(examined.contains("30 rows of exam.csv that nothing was learned from"))
    let refused = try descent("train", "circle", "--unseal")
    #expect(refused.status == 64 && refused.errors.contains("no test part is sealed"))
  }

  @Test func gradientsAgreeWithDifferences() throws {
    let rows = lines(try descent("gradient", "xor4").output)
    #expect(rows[0] == "parameter,value,gradient,difference,relative_error")
    #expect(rows[1].hasPrefix("layers.0.weight[0][0],") && rows[2].hasPrefix("layers.0.weight[0][1],"))
    #expect(rows[5].hasPrefix("layers.0.bias[0],") && rows.count == 10)
    for row in rows.dropFirst() {
      #expect(try #require(Float(row.split(separator: ",")[4])) < 1e-4)
    }
  }

  @Test func checkNamesEveryMistake() throws {
    let right = try descent("check", try write("data: {source: xor}", to: "right.yaml"))
    #expect(right.status == 0 && right.errors.isEmpty)
    let file = try write("cost: quadratc\nbatch: 0\n", to: "wrong.yaml")
    let wrong = try descent("check", file)
    #expect(wrong.status == 65)
    #expect(
      lines(wrong.errors) == [
        "descent: \(file):1:7: there is no cost \"quadratc\"; did you mean quadratic?",
        "descent: \(file):2:8: expected a whole number of samples from 1, or all, found 0",
      ])
  }

  @Test func exitStatuses() throws {
    let csv = try write("a,b\n1,2\n3,\"4\n", to: "bad.csv")
    let weights = try write("nonsense", to: "w.safetensors")
    let cases: [([String], Int)] = [
      (["train", "xor", "--frobnicate"], 64), (["train"], 64), (["train", "xor", "--epochs", "-1"], 64),
      (["train", "xor", "--epochs", "many"], 64), (["train", "xor", "--set", "nonsense"], 64),
      (["train", csv], 65), (["check", csv], 65), (["train", "xor", "--load", weights], 65),
      (["train", "xor", "--load", path("none")], 66), (["data", path("none.csv")], 66),
      (["check", path("none.yaml")], 66),
      (["train", "nobody"], 66), (["train", "xor", "--epochs", "0", "--save", path("no/where")], 73),
    ]
    for (arguments, status) in cases {
      let result = try Program.run([try TerminalSession.product("descent")] + arguments)
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.hasPrefix("descent: ") && lines(result.errors).count == 1, "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func aMistypedCommandIsTold() throws {
    let result = try descent("trian", "xor")
    #expect(result.status == 64 && result.errors == "descent: there is no command \"trian\"; did you mean train?\n")
    #expect(try descent("help", "train").status == 0)
    #expect(try descent("--version").status == 0)
  }

  @Test func anUnwritableFileLeavesTheOldOneWhole() throws {
    let file = try write("old", to: "w.safetensors")
    #expect(try descent("train", "xor", "--epochs", "0", "--save", file + "/x").status == 73)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
  }
}
