package unrolled.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Bad input is one line on standard error and exit code 2; everything else is a fault of ours and keeps its stack
 * trace.
 */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        return refuse(e.getCommandLine(), e.getMessage());
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof BadInput) {
            return refuse(command, e.getMessage());
        }
        throw e;
    }

    private static int refuse(CommandLine command, String message) {
        command.getErr().println(message);
        return ExitCode.USAGE;
    }
}
