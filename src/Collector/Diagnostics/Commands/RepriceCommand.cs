using System.Globalization;
using Tidemark.Collector.Pipeline.Pricing;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>reprice --from T --to T [--dry-run]</c>: recomputes the cost of stored calls. Collectors can keep running.</summary>
internal sealed class RepriceCommand : ICommand
{
    private const string Usage = "Usage: collector reprice --from 2026-11-01 --to 2026-12-01 [--dry-run]   (UTC; from inclusive, to exclusive)";

    public IReadOnlyList<string> Names => ["reprice"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("reprice --from DATE --to DATE [--dry-run]", "recomputes the cost of stored calls with current prices (UTC; from inclusive, to exclusive)")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (Parse(context.Arguments) is not { } request) return await context.ShowUsageAsync(Usage, cancellationToken);

        await using var provider = context.Services.BuildServiceProvider();
        if (!await CommandDatabase.TryUseAsync(provider, context, cancellationToken)) return 1;
        var totals = await ActivatorUtilities.CreateInstance<Repricer>(provider).RunAsync(request, cancellationToken);
        await ReportAsync(context.Output, request, totals, cancellationToken);
        return 0;
    }

    private static RepriceRequest? Parse(IReadOnlyList<string> arguments)
    {
        DateTime? from = null;
        DateTime? to = null;
        var dryRun = false;
        for (var i = 1; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--dry-run": dryRun = true; break;
                case "--from": from = ParseTime(arguments, ++i); break;
                case "--to": to = ParseTime(arguments, ++i); break;
                default: return null;
            }
        }

        return from < to ? new RepriceRequest(from.Value, to!.Value, dryRun) : null;
    }

    private static DateTime? ParseTime(IReadOnlyList<string> arguments, int position) =>
        position < arguments.Count
            && DateTime.TryParse(
                arguments[position], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static async Task ReportAsync(TextWriter output, RepriceRequest request, IReadOnlyList<RepriceTotals> totals, CancellationToken cancellationToken)
    {
        foreach (var one in totals)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Provider}/{one.Model}: {one.Changed} of {one.Calls} calls, {one.Before:0.######} USD -> {one.After:0.######} USD");
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }

        var changed = totals.Sum(one => one.Changed);
        await output.WriteLineAsync(
            (request.DryRun ? $"{changed} calls would change. Nothing was written." : $"{changed} calls changed.").AsMemory(), cancellationToken);
    }
}
