using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A price file with errors prevents the start: missing prices would otherwise be noticed much later.</summary>
internal sealed class PriceOptionsValidator : IValidateOptions<PriceOptions>
{
    public ValidateOptionsResult Validate(string? name, PriceOptions options)
    {
        try
        {
            PriceCatalogue.Load(options);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
