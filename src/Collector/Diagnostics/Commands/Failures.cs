using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Explains on one line of standard error why the process cannot continue.</summary>
internal static class Failures
{
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> ReportAsync(IReadOnlyList<string> lines)
    {
        foreach (var line in lines) await Console.Error.WriteLineAsync($"collector: {line}");
        return lines.Count > 0;
    }

    /// <summary>
    /// Describes failures of the environment, for which a stack trace is of no use. Null for anything else: a bug of the collector, whose stack trace is
    /// needed.
    /// </summary>
    public static string? LineOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        IOException or UnauthorizedAccessException or SocketException or InvalidDataException => OneLine(Messages(exception)),
        _ => DatabaseFailure.IsFailure(exception) ? OneLine(DatabaseFailure.Describe(exception)) : null,
    };

    private static string Messages(Exception exception) => exception.InnerException is { } inner
        && !exception.Message.Contains(inner.Message, StringComparison.Ordinal)
        ? $"{exception.Message} {Messages(inner)}"
        : exception.Message;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
