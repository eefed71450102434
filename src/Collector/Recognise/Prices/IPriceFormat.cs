using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A file format for prices.</summary>
internal interface IPriceFormat
{
    /// <summary>Name for messages.</summary>
    string Name { get; }

    bool Recognises(JsonElement root);

    /// <param name="file">Name of the file, used as the prices' source.</param>
    /// <param name="errors">Receives all errors with their JSON paths.</param>
    PriceFileContent Read(JsonElement root, string file, List<string> errors);
}
