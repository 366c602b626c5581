import ArgumentParser

/// The program: one command for each thing it does.
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "Watch a neural network learn, step into every sum, and change it while it runs.",
    discussion: "New to it? descent learn begins with the first neuron.",
    version: "0.1.0",
    subcommands: [
      Visualize.self, Learn.self, PrintLesson.self, List.self, Train.self, DataRows.self, GradientRows.self,
      Surface.self,
      Render.self, Record.self, Check.self, Settings.self, Lookup.self, Schema.self, Bench.self, Doctor.self,
    ],
    defaultSubcommand: Visualize.self)
}
