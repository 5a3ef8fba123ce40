import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds each file named against PDF/UA-1 with the engine of veraPDF. A line for each file: PASS or
 * FAIL, the number of checks, the file; after it, indented, up to fifteen of the checks that failed.
 */
public class Vera {
  private static final int MOST = 15;

  public static void main(String[] names) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    for (String name : names) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour)) {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
        ValidationResult result = validator.validate(parser);
        String verdict = result.isCompliant() ? "PASS" : "FAIL";
        System.out.println(verdict + " " + result.getTotalAssertions() + " " + name);
        result.getTestAssertions().stream()
            .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
            .limit(MOST)
            .forEach(Vera::tell);
      }
    }
  }

  private static void tell(TestAssertion failed) {
    String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
    String place = failed.getLocation().getContext();
    System.out.println("  " + rule + " " + failed.getMessage() + " @ " + place);
  }
}
