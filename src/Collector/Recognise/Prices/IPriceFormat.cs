using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A form in which prices are written down.</summary>
internal interface IPriceFormat
{
    /// <summary>For messages.</summary>
    string Name { get; }

    bool Recognises(JsonElement root);

    /// <param name="file">The file's name, for the prices' source.</param>
    /// <param name="errors">Gets every mistake with its JSON path.</param>
    PriceFileContent Read(JsonElement root, string file, List<string> errors);
}
