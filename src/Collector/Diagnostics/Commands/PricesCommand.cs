using Tidemark.Collector.Pipeline.Pricing;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>prices</c>: shows a model's price, validates a price file, or lists stored calls without a price and the reasons.</summary>
internal sealed class PricesCommand : ICommand
{
    private const string Usage = """
        Usage: collector prices                                     model calls of the last 7 days without a price, and why
               collector prices --model NAME [--provider NAME]      the price of one model, however it is spelt
               collector prices --file FILE                         reads a price file (Tidemark, LiteLLM or models.dev format) and says what it holds
        """;

    private static readonly TimeSpan Period = TimeSpan.FromDays(7);

    public IReadOnlyList<string> Names => ["prices"];

    public IReadOnlyList<(string Form, string Does)> Help =>
    [
        ("prices", "lists model calls of the last 7 days without a price, and why"),
        ("prices --model NAME [--provider NAME]", "shows the price of one model, however it is spelt"),
        ("prices --file FILE", "reads a price file (Tidemark, LiteLLM or models.dev format) and shows what it holds"),
    ];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        switch (context.Arguments)
        {
            case [_]: return await ListUnpricedAsync(context, cancellationToken);
            case [_, "--model", var model]: return await ShowAsync(context, "", model, cancellationToken);
            case [_, "--model", var model, "--provider", var provider]: return await ShowAsync(context, provider, model, cancellationToken);
            case [_, "--file", var file]: return await ReadAsync(context, file, cancellationToken);
            default: return await context.ShowUsageAsync(Usage, cancellationToken);
        }
    }

    private static async Task<int> ShowAsync(CommandContext context, string provider, string model, CancellationToken cancellationToken)
    {
        await using var services = context.Services.BuildServiceProvider();
        var report = ActivatorUtilities.CreateInstance<PriceReport>(services);
        await context.Output.WriteLineAsync(report.Of(provider, model).AsMemory(), cancellationToken);
        return 0;
    }

    private static async Task<int> ReadAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        if (!PriceReport.TryRead(file, out var message)) return await context.FailAsync(message, cancellationToken);
        await context.Output.WriteLineAsync(message.AsMemory(), cancellationToken);
        return 0;
    }

    private static async Task<int> ListUnpricedAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var services = context.Services.BuildServiceProvider();
        var report = ActivatorUtilities.CreateInstance<PriceReport>(services);
        await context.Output.WriteLineAsync(report.Summary().AsMemory(), cancellationToken);
        if (!await CommandDatabase.TryUseAsync(services, context, cancellationToken)) return 1;
        await using var store = services.GetRequiredService<LaneStoreFactory>().CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        var from = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - Period;
        var unpriced = await RepriceStore.ReadUnpricedAsync(transaction, from, cancellationToken);
        await context.Output.WriteLineAsync(
            (unpriced.Count == 0 ? "Every model call of the last 7 days has a cost." : "Provider\tModel\tCalls\tWhy").AsMemory(), cancellationToken);
        foreach (var calls in unpriced) await context.Output.WriteLineAsync(report.Of(calls).AsMemory(), cancellationToken);
        return 0;
    }
}
