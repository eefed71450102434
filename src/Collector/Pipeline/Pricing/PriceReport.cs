using System.Globalization;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>Formats prices and unpriced models for the command line.</summary>
internal sealed class PriceReport(PriceBook book, TimeProvider time)
{
    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{book.Prices.Count} prices of {book.Prices.Select(price => price.Provider).Distinct(StringComparer.OrdinalIgnoreCase).Count()} providers.");

    /// <summary>Reads a price file of any known format.</summary>
    /// <param name="message">A summary of the file, or all errors with their locations.</param>
    public static bool TryRead(string file, out string message)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var content = PriceFile.Read(stream, Path.GetFileName(file), out var format);
            message = string.Create(CultureInfo.InvariantCulture, $"{format}: {content.Prices.Count} prices. Set Tidemark:Prices:File to use them.");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            message = e.Message;
            return false;
        }
    }

    /// <summary>The present price of a model, or why it has none.</summary>
    public string Of(string provider, string model)
    {
        if (AppliedPrice.At(book.Find(provider, model), time.GetUtcNow().UtcDateTime) is not { } applied) return $"{model}: {Reason(provider, model)}";
        var price = applied.Price;
        if (price.Rates is not { } rates) return $"{model}: {Reason(provider, model)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{model}: {price.Name}, {rates.Input} USD in, {rates.Output} USD out per million tokens, context "
                + $"{applied.ContextMax?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}. Source: {price.Source}");
    }

    public string Of(UnpricedCalls calls)
    {
        var why = calls.WithoutUsage == calls.Calls ? "the calls report no usage" : Reason(calls.Provider, calls.Model);
        if (calls.WithoutUsage > 0 && calls.WithoutUsage < calls.Calls)
            why += string.Create(CultureInfo.InvariantCulture, $"; {calls.WithoutUsage} of them report no usage");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(calls.Provider.Length == 0 ? "-" : calls.Provider)}\t{(calls.Model.Length == 0 ? "-" : calls.Model)}\t{calls.Calls}\t{why}");
    }

    private string Reason(string provider, string model)
    {
        if (model.Length == 0) return "the calls name no model";
        if (ModelReference.Parse(model).IsFree) return "a free variant: only reported cost is used";
        var match = book.Find(provider, model);
        if (match is null) return "no price for this name; add one to Tidemark:Prices:File";
        if (match.At(time.GetUtcNow().UtcDateTime) is not { } price) return "its first price is not yet valid";
        return price.Rates is null ? "no public price; add yours to Tidemark:Prices:File" : "now has a price; run collector reprice to price its calls";
    }
}
