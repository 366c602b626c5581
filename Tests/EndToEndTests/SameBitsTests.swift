import Foundation
import Testing

/// One seed gives one set of weights, bit by bit: on every machine, with every vector width, in debug and release.
///
/// The fingerprints were taken from a release build; the tests mostly run a debug build. They change only with the
/// arithmetic itself.
struct SameBitsTests {
  struct Run: CustomTestStringConvertible {
    let arguments: [String]
    let fingerprint: UInt64
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ fingerprint: UInt64) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.fingerprint = fingerprint
    }
  }

  static let runs = [
    Run("spiral --seed 3 --epochs 10", 0x7373_afd4_d569_f3a4),
    Run("iris --epochs 30", 0x98a6_b7d8_ce69_1015),
    Run("digits --epochs 2", 0xf67b_9ead_e573_d52f),
    Run(
      "sine --epochs 20 --set network.hidden=[9,5] --set network.activation=[gelu,softplus] --set optimizer.name=adam",
      0xc1ed_6708_14cc_1e3e),
    Run(
      "circle --epochs 10 --set network.activation=silu --set network.output=sigmoid --set cost=cross-entropy --set optimizer.name=nadam",
      0xf175_bdda_ca23_3aba),
    Run(
      "xor --epochs 20 --set network.activation=elu --set network.output=sigmoid --set cost=hellinger --set batch=1 --set network.dropout=0.2",
      0xf930_c92e_96ba_1671),
    Run(
      "three-arms --epochs 10 --set network.activation=scaled-tanh --set optimizer.name=rmsprop --set batch=7",
      0xad2c_604c_4202_8b3d),
  ]

  @Test(arguments: runs, ["", "narrow"]) func weightsAreTheSameEverywhere(run: Run, kernels: String) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Program.run(
      [try TerminalSession.product("descent"), "train"] + run.arguments + ["--quiet", "--save", file.path],
      variables: ["DESCENT_KERNELS": kernels])
    #expect(result.status == 0, "\(result.errors)")
    #expect(fingerprint(of: try Data(contentsOf: file)) == run.fingerprint)
  }

  /// FNV-1a of 64 bits.
  private func fingerprint(of data: Data) -> UInt64 {
    data.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
