using System.Globalization;
using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Reads a price file of any known format. Reports all errors at once, each with its location.</summary>
internal static class PriceFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The formats; the first that recognises the file reads it.</summary>
    private static readonly IPriceFormat[] Formats = [new TidemarkPrices(), new LiteLlmPrices(), new ModelsDevPrices()];

    /// <exception cref="InvalidDataException">Not a price file; the message lists all errors.</exception>
    public static PriceFileContent Read(Stream json, string name) => Read(json, name, out _);

    /// <param name="format">The detected format.</param>
    /// <exception cref="InvalidDataException">Not a price file; the message lists all errors.</exception>
    public static PriceFileContent Read(Stream json, string name, out string format)
    {
        using var document = Parse(json, name);
        var errors = new List<string>();
        var known = Array.Find(Formats, candidate => candidate.Recognises(document.RootElement)) ?? Formats[0];
        format = known.Name;
        var content = known.Read(document.RootElement, name, errors);
        foreach (var twice in content.Prices.GroupBy(price => price.Name).Where(group => group.Count() > 1)) errors.Add($"{twice.Key} is listed twice");
        if (errors.Count > 0) throw new InvalidDataException($"The price file '{name}' (read as {known.Name}) has mistakes: {string.Join("; ", errors)}.");
        return content;
    }

    private static JsonDocument Parse(Stream json, string name)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            throw new InvalidDataException($"The price file '{name}' is not valid JSON at {place}: {e.Message.Split(" LineNumber:")[0]}", e);
        }
    }
}
