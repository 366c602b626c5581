import Foundation
import Testing

/// The rule that ends the training, without a screen.
struct StopTests {
  private func run(_ arguments: String...) throws -> (status: Int, output: String, errors: String) {
    let result = try Program.run([try TerminalSession.product("descent")] + arguments)
    return (result.status, result.output, result.errors)
  }

  @Test func trainHaltsAndSaysSo() throws {
    let halted = try run("train", "circle", "--epochs", "500", "--json", "--set", "stop=train_cost < 0.1")
    #expect(halted.status == 0 && halted.errors.contains("stopped: train_cost < 0.1"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(halted.output.utf8)) as? [String: Any])
    #expect(object["stopped"] as? String == "train_cost < 0.1")
    let cost = try #require((object["train"] as? [String: Any])?["cost"] as? Double)
    #expect(cost < 0.1)
    #expect(try #require(object["epochs"] as? Int) < 500)
    let whole = try run("train", "circle", "--epochs", "1", "--json", "--set", "stop=train_cost < 0")
    let other = try #require(try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any])
    #expect(other["stopped"] is NSNull && other["epochs"] as? Int == 1 && !whole.errors.contains("stopped"))
  }
}
