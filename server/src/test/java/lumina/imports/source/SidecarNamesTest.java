package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that people found in their exports, from public threads of other importers.
class SidecarNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IMG_1234.jpg | IMG_1234.jpg.json
          IMG_1234.JPG | IMG_1234.jpg.json
          IMG_1234.jpg | IMG_1234.JPG.json
          IMG_1234.jpg | IMG_1234.jpg.supplemental-metadata.json
          IMG_20120216_094016.jpg | IMG_20120216_094016.jpg.suppl.json
          PXL_20220405_090123740.PORTRAIT.jpg | PXL_20220405_090123740.PORTRAIT.jpg.supplement.json
          Screenshot_20231027_123303_com.facebook.a.jpg | Screenshot_20231027_123303_com.facebook.a.jpg..json
          Screenshot_20231027_123303_com.facebook.ab.jpg | Screenshot_20231027_123303_com.facebook.ab.jpg.json
          IMG_4081(1).jpg | IMG_4081.JPG(1).json
          IMG_4081(1).jpg | IMG_4081(1).jpg.json
          IMG_1234(1).jpg | IMG_1234.jpg.supplemental-metadata(1).json
          IMG_1234(12).jpg | IMG_1234.jpg.supplemental-met(12).json
          2013-12-23(1).jpg | 2013-12-23.supplemental-metadata(1).json
          Peanut Butter Balls.jpg | Peanut Butter Balls.supplemental-metadata.json
          2234089303984509579-edited.jpg | 2234089303984509579.supplemental-metadata.json
          IMG_20120216_094016-edited(1).jpg | IMG_20120216_094016.jpg.supplemental-metadata.json
          IMG_20120216_094016-edited(1).jpg | IMG_20120216_094016.jpg.supplemental-metadata(1).json
          IMG_1(1)-edited.jpg | IMG_1.jpg(1).json
          IMG_0001-bearbeitet.jpg | IMG_0001.jpg.json
          PXL_20220405_090123740.PORTRAIT-modifié.jpg | PXL_20220405_090123740.PORTRAIT.jpg.json
          2021-05-22 23.19.26-ha editado.jpeg | 2021-05-22 23.19.26.jpeg.json
          写真-編集済み.jpg | 写真.jpg.supplemental-metadata.json
          filename-edi.jpg | filename.jpg.json
          PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGINA.jpg | PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGIN.json
          05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jpg | 05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jp.json
          Urlaub in Knaufspesch in der Schneifel (38).JPG | Urlaub in Knaufspesch in der Schneifel (38).JP.json
          Backyard_ceremony_wedding_photography_xxxxxxx_m(494).jpg | Backyard_ceremony_wedding_photography_xxxxxxx_(494).json
          original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P.jpg | original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json
          original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P(1).jpg | original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json
          😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋😛.jpg | 😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋.json
          IMG_2710.MP4 | IMG_2710.HEIC.json
          IMG_0159.MP4 | IMG_0159.HEIC.supplemental-metad.json
          IMG_2710(1).MP4 | IMG_2710.HEIC(1).json
          IMG_2710(1).HEIC | IMG_2710.HEIC(1).json
          PXL_20231118_035751175.MP | PXL_20231118_035751175.MP.jpg.json
          PXL_20231118_035751175.MP~2 | PXL_20231118_035751175.MP.jpg.json
          PXL_20231118_035751175.MP~2 | PXL_20231118_035751175.MP~2.jpg.json
          PXL_20231118_035751175.MP | PXL_20231118_035751175.MP.heic.supplemental-metadata.json
          PXL_20231118_035751175.MP.mp4 | PXL_20231118_035751175.MP.jpg.supplemental-metadata.json
          PXL_20231118_035751175.mp4 | PXL_20231118_035751175.MP.heic.json
          PXL_20231118_035751175(1).MP | PXL_20231118_035751175.MP.jpg(1).json
          """)
  void a_photo_finds_its_json(String file, String sidecar) {
    assertThat(new SidecarNames(List.of(sidecar)).of(file)).isEqualTo(sidecar);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IMG_1234.jpg | IMG_12345.jpg.json
          IMG_1234.jpg | IMG_1234.png.json
          IMG_1234.jpg | IMG_123.jpg.json
          IMG_1234.jpg | IMG_1234.jpg.supplemental-metadata(1).json
          IMG_1234.jpg | metadata.json
          """)
  void it_does_not_take_the_json_of_another(String file, String sidecar) {
    assertThat(new SidecarNames(List.of(sidecar)).of(file)).isNull();
  }

  @Test
  void among_several_the_closest_is_taken() {
    SidecarNames names =
        new SidecarNames(
            List.of(
                "IMG_1.jpg.json",
                "IMG_1.jpg(1).json",
                "IMG_1(1).jpg.json",
                "IMG_1-edited.jpg.json"));

    assertThat(names.of("IMG_1.jpg")).isEqualTo("IMG_1.jpg.json");
    assertThat(names.of("IMG_1(1).jpg")).isEqualTo("IMG_1.jpg(1).json");
    assertThat(names.of("IMG_1-edited.jpg")).isEqualTo("IMG_1-edited.jpg.json");
    assertThat(names.of("IMG_1-edited(1).jpg")).isEqualTo("IMG_1.jpg(1).json");
  }

  @Test
  void accents_are_the_same_in_both_forms_of_unicode() {
    assertThat(new SidecarNames(List.of("caf\u00e9.jpg.json")).of("cafe\u0301.jpg")).isNotNull();
  }
}
