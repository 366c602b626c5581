import ArgumentParser
import Foundation

// An interrupt ends the program at once; files are replaced only when they are whole.
signal(SIGINT) { _ in _exit(Failure.interrupted) }
do {
  var command = try Descent.parseCommand()
  try command.run()
} catch let code as ExitCode {
  exit(code.rawValue)
} catch {
  let status = Failure.status(for: error)
  if status == 0 { Descent.exit(withError: error) }
  Failure.report(error)
  exit(status)
}
